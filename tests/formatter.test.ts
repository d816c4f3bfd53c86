import { describe, expect, it } from 'vitest';
import { createFormatter, parseBibliography } from '../src/engine/bibliography/index.ts';
import type { Citation } from '../src/engine/model/nodes.ts';
import { createRandom } from './random.ts';

const few = ['Adler', 'Baker', 'Koch', 'Li', 'Merrill', 'van der Berg', 'Ñandú'];
const many = ['Ad', 'Ba', 'Ko', 'de la Li', 'Mé', 'O’Ne', 'Çe'].flatMap((start) =>
  ['er', 'son', 'ova', 'ius', 'ley', 'zé', 'ño'].map((end) => start + end),
);
const given = ['Anna', 'Boris', 'Anton', 'Li', 'Jo Ann'];

/** Works that share years, titles and initials far more often than real ones do, and names as often as there are few of them. */
function writeLibrary(random: (n: number) => number, families: readonly string[]): string {
  const pick = (list: readonly string[]) => list[random(list.length)] ?? '';
  const entries = Array.from({ length: 60 }, (_, index) => {
    const people = Array.from({ length: 1 + random(4) }, () => `${pick(families)}, ${pick(given)}`);
    const author =
      random(8) === 0 ? '{{An Organisation}}' : `{${people.join(' and ')}${random(6) === 0 ? ' and others' : ''}}`;
    return `@article{w${index},\n  title = {Title ${random(5)}},\n  author = ${author},\n  date = {${2020 + random(3)}},\n  journaltitle = {Journal}\n}`;
  });
  return entries.join('\n\n');
}

function writeCitations(random: (n: number) => number): Citation[] {
  return Array.from({ length: 12 }, (_, index) => ({
    type: 'citation',
    mode: random(4) === 0 ? 'narrative' : 'parenthetical',
    items: Array.from({ length: 1 + random(3) }, () => ({
      type: 'citationItem',
      key: `w${random(60)}`,
      suppressAuthor: false,
      prefix: random(5) === 0 ? [{ type: 'text', value: 'see ' }] : [],
      suffix: [],
      locator: random(5) === 0 ? { label: 'page', value: String(random(90)) } : null,
    })),
    children: [],
    occurrence: index + 1,
  }));
}

/** Styles that tell works apart in different ways. */
const cases = ['apa', 'vancouver', 'harvard1'].flatMap((style) => [
  [style, 'few names', few] as const,
  [style, 'many names', many] as const,
]);

describe('citations are printed from the registry of the whole review as from one of their essay alone', () => {
  it.each(cases)('%s, %s', (style, _, families) => {
    const random = createRandom(7);
    const { library } = parseBibliography([{ path: 'works.bib', text: writeLibrary(random, families) }]);
    const options = { library, style, locale: 'en-US' };
    const together = createFormatter(options);
    const byItself = createFormatter({ ...options, eachByItself: true });
    for (let essay = 0; essay < 10; essay += 1) {
      const citations = writeCitations(random);
      expect(together.formatEssay(citations)).toEqual(byItself.formatEssay(citations));
    }
  });
});
