import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../src/build/cache.ts';
import { cachedSteps } from '../src/build/cached-steps.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import { createLiveReview } from '../src/vite/live/live-review.ts';
import { fixtures } from './fixture-review.ts';
import { createProject } from './project.ts';

const base = join(fixtures, 'base');
const library = 'bibliography/works.bib';
const essay = 'content/essays/essay/index.mdx';

describe('the cache', () => {
  it('does not reuse an essay that was parsed while a cited work was missing', () => {
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

describe('the live review', () => {
  const project = createProject(base);
  const live = createLiveReview(project, { review: null });
  const text = readFileSync(join(project, essay), 'utf8');
  const save = (saved: string): void => writeFileSync(join(project, essay), saved);

  it('does not change if nothing was saved', () => {
    expect(live.read().review?.essays).toHaveLength(1);
    expect(live.refresh({ settled: true })).toBe(null);
  });

  it('reports whether an essay has changed', () => {
    save(`${text}\nMore.\n`);
    expect(live.refresh({ settled: false })?.isChanged('essay')).toBe(true);
    writeFileSync(join(project, 'content/authors.yaml'), '- { id: ada, name: Ada Another }\n');
    const refreshed = live.refresh({ settled: false });
    expect([refreshed?.isChanged('essay'), refreshed?.staysWhole]).toEqual([false, true]);
  });

  it('is not replaced by a broken one until the files are settled', () => {
    save('');
    expect(live.refresh({ settled: false })).toBe(null);
    expect(live.read().review).not.toBe(null);
    expect(live.refresh({ settled: true })?.staysWhole).toBe(false);
    expect(live.read().review).toBe(null);
    save(text);
    expect(live.refresh({ settled: false })?.staysWhole).toBe(false);
    expect(live.read().review).not.toBe(null);
  });

  it('reports a deleted content folder without throwing', () => {
    rmSync(join(project, 'content'), { recursive: true });
    expect(live.refresh({ settled: true })).not.toBe(null);
    expect(live.read().messages.length).toBeGreaterThan(0);
  });
});
