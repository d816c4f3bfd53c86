import fc from 'fast-check';
import { isLong } from './long.ts';
import { describe, expect, it } from 'vitest';
import { arbitraryBody } from './arbitrary-essay.ts';
import { lossesOf } from './losses.ts';

const draftings = ['{ mode: human }', '{ mode: model, models: [A Model 2.0] }', '{ mode: assisted, models: [A, B] }'];

const numRuns = Number(process.env.POST_RUNS ?? (isLong ? 3000 : 40));
const seed = Number(process.env.POST_SEED ?? 1);

describe('the forum converts any essay without loss, in each format', () => {
  it(`${numRuns} essays of seed ${seed} (POST_RUNS and POST_SEED set others)`, { timeout: 0 }, () => {
    const property = fc.property(arbitraryBody, fc.constantFrom(...draftings), (body, drafting) => {
      const losses = lossesOf(body, drafting);
      // A few percent are not valid essays: a component begins inside bold text and ends outside.
      fc.pre(losses !== null);
      expect(losses).toEqual({ markdown: [], html: [] });
    });
    fc.assert(property, { numRuns, seed });
  });
});
