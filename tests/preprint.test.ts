import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { drawPdf } from '../src/build/preprint/draw-pdf.ts';
import { readLatexLog } from '../src/build/preprint/read-log.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { renderPreprint, renderReviewPreprint } from '../src/engine/render/preprint/index.ts';
import { escapeTex, escapeUrl, toLabel } from '../src/engine/render/preprint/escape.ts';
import { fillEvidenceMaps } from '../src/engine/fill-evidence-maps.ts';
import { fixtures, parseFixture } from './fixture-review.ts';
import { parseBody } from './losses.ts';

/** Escapes text for TeX and collects the characters that cannot be printed. */
function escape(text: string, isCode = false): { tex: string; unprintable: string[] } {
  const unprintable: string[] = [];
  return {
    tex: escapeTex(text, { isCode, onUnprintable: (character) => void unprintable.push(character) }),
    unprintable,
  };
}

describe('TeX is generated for', () => {
  it.each([
    [
      'special characters of TeX',
      '\\ { } $ & # % _ ^ ~',
      '\\textbackslash{} \\{ \\} \\$ \\& \\# \\% \\_ \\textasciicircum{} \\textasciitilde{}',
    ],
    ['brackets, which could begin options', '[x]', '{[}x{]}'],
    ['characters that would form ligatures', "-- --- ,, '' <<", "-{}- -{}-{}- ,{}, '{}' \\textless{}\\textless{}"],
    ['Latin letters and signs, unchanged', 'naïve Łódź – “q” § € ×', 'naïve Łódź – “q” § € ×'],
    ['letters that T1 does not contain', 'ȩ ǔ ẓ', '\\c{e} \\v{u} \\d{z}'],
    ['combining accents', 'e\u0301 q\u0301', "é \\'{q}"],
    [
      'symbols',
      '→ ≤ α ●○ H₂O',
      '\\ensuremath{\\rightarrow} \\ensuremath{\\leq} \\ensuremath{\\alpha} \\ensuremath{\\bullet}\\ensuremath{\\circ} H\\textsubscript{2}O',
    ],
    ['special spaces and invisible characters', 'a\u00a0b\u202fc\u2060d\u00ade', 'a~b\\,cd\\-e'],
    [
      'a long word, with break points',
      'https://example.org/one/two',
      'https://\\allowbreak{}example.\\allowbreak{}org/\\allowbreak{}one/\\allowbreak{}two',
    ],
  ])('%s', (_, text, tex) => {
    expect(escape(text)).toEqual({ tex, unprintable: [] });
  });

  it('code, with its spaces and straight quotes', () => {
    expect(escape("a  b 'c'", true).tex).toBe('a\\ \\ b\\ \\textquotesingle{}c\\textquotesingle{}');
  });

  it('unprintable characters, as code points', () => {
    expect(escape('a 漢 😀 א')).toEqual({
      tex: 'a {[}U+6F22{]} {[}U+1F600{]} {[}U+05D0{]}',
      unprintable: ['漢', '😀', 'א'],
    });
  });

  it('URLs and labels, with special characters escaped', () => {
    expect(escapeUrl('https://example.org/~a_b/?q=1%20&c={x}$#é')).toBe(
      'https://example.org/\\%7Ea\\_b/?q=1\\%20\\&c=\\%7Bx\\%7D\\%24\\#\\%C3\\%A9',
    );
    expect(toLabel('slug', 'ref-a:b')).toBe('slug:ref-a.003A.b');
  });
});

describe('a paper', () => {
  const body = 'A word 漢 and $\\utilde{x}$.\n\n<Details summary="😀">\n\nText.\n\n</Details>';

  it('reports each unprintable character and macro with its position', () => {
    const parsed = parseBody(body, '{ mode: human }');
    if (parsed === null) throw new Error('The body is no essay.');
    const { messages } = renderPreprint(parsed.essay, {
      config: parsed.review.config.value,
      authors: parsed.review.authors.value,
      figures: new Map(),
    });
    expect(formatMessages(messages)).toBe(`content/essays/essay/index.mdx
  14:8-14:9  error  Unknown character \`漢\` for pdflatex: expected Latin letters, or a symbol that TeX has a command for; write it in words or as a formula  unprintable-character
  14:14-14:26  error  Unknown macro \`\\utilde\` for pdflatex: expected one that LaTeX has too; write the formula without it  unprintable-formula
  16:10-16:22  error  Unknown character \`😀\` for pdflatex: expected Latin letters, or a symbol that TeX has a command for; write it in words or as a formula  unprintable-character
`);
  });

  it('of a review has essays as sections, and evidence and searches as appendices', async () => {
    const { review } = parseFixture(join(fixtures, 'essays', 'findings'));
    if (review === null) throw new Error('The fixture gave no review.');
    const { tex } = renderReviewPreprint(fillEvidenceMaps(review), {
      config: review.config.value,
      authors: review.authors.value,
      figures: new Map(),
    });
    await expect(tex).toMatchFileSnapshot(join(fixtures, 'preprint', 'main.tex'));
  });
});

describe('the log of LaTeX', () => {
  const log = `This is pdfTeX
source content/essays/a/index.mdx:12
Overfull \\hbox (9.9pt too wide) in paragraph at lines 1--2
Overfull \\hbox (12.5pt too wide) in paragraph at lines 3--4
source content/essays/a/index.mdx:20
LaTeX Warning: Reference \`a:fig-x' on page 3 undefined on input line 7.
Missing character: There is no ő in font ec-lmr10!
[1] [2] (./a.aux)
pdfTeX warning (dest): name{a:y} has been referenced but does not exist, replaced by a fixed one
`;

  it('is reported at the source block of the text', () => {
    expect(formatMessages(readLatexLog(log, 'preprint/a.tex'))).toBe(`content/essays/a/index.mdx
  12:1  warning  Invalid width: expected a line that fits the page; it is 12.5 points too wide  untidy-preprint
  20:1  warning  Unknown target \`a:fig-x\` of a reference: expected an anchor of the paper  untidy-preprint
  20:1  warning  Missing character \`ő\` in the font ec-lmr10: expected one that it has  untidy-preprint

preprint/a.tex
  warning  Unknown target \`a:y\` of a reference: expected an anchor of the paper  untidy-preprint
`);
  });

  it('is reduced to its error if LaTeX failed', () => {
    const failed = `${log}source content/essays/a/index.mdx:30\n! Undefined control sequence.\nl.7 $\\nothing\n             $\n!  ==> Fatal error occurred\n`;
    expect(formatMessages(readLatexLog(failed, 'preprint/a.tex'))).toBe(`content/essays/a/index.mdx
  30:1  error  Invalid LaTeX: expected a paper that can be typeset; LaTeX says “Undefined control sequence” after \`$\\nothing\`  failed-preprint
`);
  });
});

describe('a drawing', () => {
  const svg = (inside: string): string => `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 80 40">${inside}</svg>`;

  it('of shapes and text becomes a PDF, with the same bytes twice', async () => {
    const drawing = svg('<rect width="20" height="9" rx="2" fill="#123456" /><text x="4" y="30">Text</text>');
    const [one, two] = [await drawPdf(drawing), await drawPdf(drawing)];
    expect(Buffer.from(one.pdf ?? []).toString('latin1')).toMatch(/^%PDF-[^]*MediaBox \[0 0 60 30\]/);
    expect(one).toEqual(two);
  });

  it.each([
    [
      'a gradient',
      '<linearGradient id="a"><stop stop-color="red" /><stop offset="1" /></linearGradient><rect width="9" height="9" fill="url(#a)" />',
    ],
    [
      'overlapping transparent shapes',
      '<g opacity="0.5"><rect width="9" height="9" /><rect width="9" height="5" /></g>',
    ],
  ])('with %s does not become a PDF', async (_, inside) => {
    expect((await drawPdf(svg(inside))).pdf === null).toBe(true);
  });
});
