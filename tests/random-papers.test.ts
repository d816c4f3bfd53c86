import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { renderPreprint } from '../src/engine/render/preprint/index.ts';
import { arbitraryBody } from './arbitrary-essay.ts';
import { isLong } from './long.ts';
import { parseBody } from './losses.ts';
import { paperOf } from './paper-of-essay.ts';
import { readLatex, withoutCodes, type ReadPaper } from './read-latex.ts';

const numRuns = Number(process.env.PAPER_RUNS ?? (isLong ? 300 : 10));
const seed = Number(process.env.PAPER_SEED ?? 1);

describe('a paper contains the whole text of any essay', () => {
  it(`${numRuns} essays of seed ${seed} (PAPER_RUNS and PAPER_SEED set others)`, { timeout: 0 }, () => {
    const property = fc.property(arbitraryBody, (body) => {
      const parsed = parseBody(body, '{ mode: human }');
      fc.pre(parsed !== null);
      if (parsed === null) return;
      const { review, essay } = parsed;
      const { tex, messages } = renderPreprint(essay, {
        config: review.config.value,
        authors: review.authors.value,
        figures: new Map(),
      });
      const unprintable = messages.flatMap(({ reason }) => /^Unknown character `([^]+)` for/.exec(reason)?.[1] ?? []);
      const printable = (text: string): string =>
        [...new Set(unprintable)].reduce((rest, sign) => rest.replaceAll(sign.normalize('NFKC'), ''), text);
      const all = ({ text, notes }: ReadPaper): string[] => [text, ...notes].map(withoutCodes).map(printable);
      expect(all(readLatex(tex))).toEqual(all(paperOf(essay)));
    });
    fc.assert(property, { numRuns, seed });
  });
});
