import { describe, expect, it } from 'vitest';
import { checkImage } from '../src/engine/images/check-image.ts';
import type { ImageProblem } from '../src/engine/model/image.ts';

const reasonsOf = (problems: readonly ImageProblem[]): string[] =>
  problems.map((problem) => (problem.kind === 'unsafe' ? problem.reason : problem.reason('./x.svg')));

const checkText = (svg: string): string[] => reasonsOf(checkImage('x.svg', new TextEncoder().encode(svg)));

const open = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">';

describe('the check of an image', () => {
  it('accepts an SVG as written by drawing programs', () => {
    const svg = `<?xml version="1.0" encoding="utf-8" standalone="no"?>
<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">
<svg xmlns:xlink="http://www.w3.org/1999/xlink" width="460.8pt" height="345.6pt" viewBox="0 0 460.8 345.6" xmlns="http://www.w3.org/2000/svg" version="1.1">
 <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:cc="http://creativecommons.org/ns#">
  <cc:Work><cc:license rdf:resource="http://creativecommons.org/licenses/by/4.0/" /></cc:Work></rdf:RDF></metadata>
 <defs><style type="text/css">*{stroke-linejoin: round; fill: url(#a)}</style><linearGradient id="a" /></defs>
 <g id="on" clip-path="url(#p)" style="fill: none"><use xlink:href="#a" x="5" /></g>
 <image xlink:href="data:image/png;base64,iVBORw0KGgo=" id="b" />
</svg>`;
    expect(checkText(svg)).toEqual([]);
  });

  it('accepts elements that are nested 20,000 deep', () => {
    expect(checkText(`${open}${'<g>'.repeat(20_000)}${'</g>'.repeat(20_000)}</svg>`)).toEqual([]);
  });

  it.each([
    ['opening brackets', '<'.repeat(20_000)],
    ['NUL bytes', '\0'.repeat(100)],
    ['an entity bomb', '<!DOCTYPE svg [<!ENTITY a "&a;&a;">]><svg xmlns="http://www.w3.org/2000/svg">&a;</svg>'],
    ['a missing end', open],
  ])('reports invalid XML once: %s', (_, svg) => {
    expect(checkText(svg).length).toBe(1);
  });

  it('reports an unreadable file', () => {
    expect(reasonsOf(checkImage('x.svg', null))).toEqual([
      '`./x.svg` is not a file that may be read: expected the permission to read it',
    ]);
  });
});
