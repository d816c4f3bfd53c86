import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../src/build/cache.ts';
import { cachedSteps } from '../src/build/cached-steps.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import { createShownReview } from '../src/vite/live/shown-review.ts';
import { fixtures } from './fixture-review.ts';
import { createProject } from './project.ts';

const base = join(fixtures, 'base');
const library = 'bibliography/works.bib';
const essay = 'content/essays/essay/index.mdx';

describe('the cache', () => {
  it('gives no essay again that was read while a work that it cites was missing', () => {
    const sources = readSources(base);
    const steps = cachedSteps(openCache(createProject(base), 'code'), { prints: true });
    const citesWith = (text: string) => {
      const texts = new Map(sources.texts).set(library, text);
      return parseReview({ ...sources, texts }, createParseCache({ steps })).review?.essays.map(({ cites }) => cites);
    };
    const whole = readFileSync(join(base, library), 'utf8');
    expect(citesWith(whole.replace('title = {Scaling', 'title = {{Scaling'))).toEqual([[]]);
    expect(citesWith('')).toEqual([[]]);
    expect(citesWith(whole)).toEqual([['kaplan2020scaling']]);
  });
});

describe('the review that is shown', () => {
  const project = createProject(base);
  const shown = createShownReview(project, { review: null });
  const text = readFileSync(join(project, essay), 'utf8');
  const save = (saved: string): void => writeFileSync(join(project, essay), saved);

  it('is the same as long as nothing was saved', () => {
    expect(shown.read().review?.essays).toHaveLength(1);
    expect(shown.refresh({ settled: true })).toBe(null);
  });

  it('tells which essay may have another text', () => {
    save(`${text}\nMore.\n`);
    expect(shown.refresh({ settled: false })?.isChanged('essay')).toBe(true);
    writeFileSync(join(project, 'content/authors.yaml'), '- { id: ada, name: Ada Another }\n');
    const refreshed = shown.refresh({ settled: false });
    expect([refreshed?.isChanged('essay'), refreshed?.staysWhole]).toEqual([false, true]);
  });

  it('leaves what looks broken until it is settled', () => {
    save('');
    expect(shown.refresh({ settled: false })).toBe(null);
    expect(shown.read().review).not.toBe(null);
    expect(shown.refresh({ settled: true })?.staysWhole).toBe(false);
    expect(shown.read().review).toBe(null);
    save(text);
    expect(shown.refresh({ settled: false })?.staysWhole).toBe(false);
    expect(shown.read().review).not.toBe(null);
  });

  it('throws nothing where the disk fails', () => {
    rmSync(join(project, 'content'), { recursive: true });
    expect(shown.refresh({ settled: true })).not.toBe(null);
    expect(shown.read().messages.length).toBeGreaterThan(0);
  });
});
