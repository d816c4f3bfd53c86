import fc from 'fast-check';
import katex from 'katex';
import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../src/build/cache.ts';
import { compilePapers } from '../src/build/preprint/compile.ts';
import { drawPdf } from '../src/build/preprint/draw-pdf.ts';
import { renderPreprints } from '../src/build/preprint/render-preprints.ts';
import { fillEvidenceMaps } from '../src/engine/fill-evidence-maps.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf } from '../src/engine/model/message.ts';
import { shownPart } from '../src/engine/model/published.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import { renderPreprint, type PreprintContext } from '../src/engine/render/preprint/index.ts';
import { definitions } from '../src/engine/render/preprint/katex-macros.ts';
import { arbitraryBody } from './arbitrary-essay.ts';
import { parseBody } from './losses.ts';

const root = join(import.meta.dirname, '..');

/** Creates a folder for a project, and its cache. */
function createOptions(): { root: string; cache: ReturnType<typeof openCache> } {
  const folder = mkdtempSync(join(tmpdir(), 'papers-'));
  mkdirSync(join(folder, '.cache'));
  return { root: folder, cache: openCache(folder) };
}

const path = 'figures/law.pdf';
const line = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 50"><path d="M0 0L90 50" stroke="#000" /></svg>';
const drawn = await drawPdf(line);
const figures = [{ source: 'law.svg', path, bytes: drawn.pdf ?? new Uint8Array(), messages: [] }];

/** Renders the paper of a body. Returns null if the body is not a valid essay. */
function paperOf(body: string, name: string): { name: string; tex: string; hash: string } | null {
  const parsed = parseBody(body, '{ mode: human }');
  if (parsed === null) return null;
  const { config, authors } = parsed.review;
  const context: PreprintContext = {
    config: config.value,
    authors: authors.value,
    figures: new Map(['law.svg', 'law.chart.png'].map((file) => [`content/essays/essay/${file}`, path])),
  };
  return { name, tex: renderPreprint(parsed.essay, context).tex, hash: name };
}

describe('LaTeX typesets', { timeout: 0 }, () => {
  it('this review and each of its essays, without errors or warnings', async () => {
    const { review, messages } = parseReview(readSources(root), createParseCache());
    expect(messages.filter((message) => levelOf(message) === 'error')).toEqual([]);
    if (review === null) throw new Error('The review gave nothing. Read its messages.');
    const shown = fillEvidenceMaps(shownPart(review, { drafts: false }));
    const options = createOptions();
    const preprints = await renderPreprints(shown, { ...options, root, isWanted: () => true });
    expect(formatMessages(preprints.messages)).toBe('');
    const compiled = await compilePapers(preprints, options);
    expect(formatMessages(compiled.flatMap((paper) => paper.messages))).toBe('');
    expect(compiled.map(({ name }) => name)).toEqual(['main', ...shown.essays.map(({ slug }) => slug)]);
    expect(compiled.filter(({ pdf }) => pdf === null)).toEqual([]);
  });

  it('fifty random essays, without errors', async () => {
    const bodies = fc.sample(arbitraryBody, { numRuns: 60, seed: 1 });
    const papers = bodies.flatMap((body, index) => paperOf(body, `random-${index}`) ?? []).slice(0, 50);
    expect(papers.length).toBe(50);
    const compiled = await compilePapers({ papers, figures }, createOptions());
    const errors = compiled.flatMap(({ name, messages }) =>
      messages.filter((message) => levelOf(message) === 'error').map(({ reason }) => `${name}: ${reason}`),
    );
    expect(errors).toEqual([]);
  });

  it('every macro of KaTeX that the preamble defines, without errors or warnings', async () => {
    const known = Object.keys(definitions).filter((name) => canPrint(`\\${name}`));
    expect(known.length).toBeGreaterThan(70);
    const body = known.map((name) => `A formula: $\\${name}$.`).join('\n\n');
    const paper = paperOf(body, 'macros');
    const compiled = await compilePapers({ papers: paper === null ? [] : [paper], figures: [] }, createOptions());
    expect(compiled.map(({ messages }) => formatMessages(messages))).toEqual(['']);
  });

  it('a paper to the same bytes twice', async () => {
    const twice = [await typeset(), await typeset()];
    expect(twice[0]?.length).toBeGreaterThan(1000);
    expect(twice[0]).toEqual(twice[1]);
  });
});

async function typeset(): Promise<Uint8Array | undefined> {
  const paper = paperOf('A sentence [@kaplan2020scaling].[^a]\n\n[^a]: A note.', 'same');
  const compiled = await compilePapers({ papers: paper === null ? [] : [paper], figures: [] }, createOptions());
  return compiled[0]?.pdf ?? undefined;
}

function canPrint(tex: string): boolean {
  try {
    katex.renderToString(tex, { strict: false });
    return true;
  } catch {
    return false;
  }
}
