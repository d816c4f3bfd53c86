import type { CslItem, Name } from '../model/work.ts';

/** RIS types by CSL type. All other types become `GEN`. */
const types: ReadonlyMap<string, string> = new Map([
  ['article', 'UNPB'],
  ['article-journal', 'JOUR'],
  ['article-magazine', 'MGZN'],
  ['article-newspaper', 'NEWS'],
  ['book', 'BOOK'],
  ['chapter', 'CHAP'],
  ['dataset', 'DATA'],
  ['manuscript', 'UNPB'],
  ['paper-conference', 'CPAPER'],
  ['post', 'BLOG'],
  ['post-weblog', 'BLOG'],
  ['report', 'RPRT'],
  ['software', 'COMP'],
  ['speech', 'SLIDE'],
  ['thesis', 'THES'],
  ['webpage', 'ELEC'],
]);

/**
 * Formats a work as a RIS record, which reference managers import. Its id is the work's key. The record ends with a
 * line break.
 */
export function formatRis(item: CslItem): string {
  const [first, last] = pagesOf(item);
  const lines: [string, string | undefined][] = [
    ['TY', types.get(item.type) ?? 'GEN'],
    ['ID', item.id],
    ['TI', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['AU', formatName(name)]),
    ...(item.editor ?? []).map((name): [string, string] => ['ED', formatName(name)]),
    ['PY', yearOf(item)],
    ['DA', dayOf(item)],
    ['T2', textOf(item, 'container-title')],
    ['VL', textOf(item, 'volume')],
    ['IS', textOf(item, 'issue')],
    ['SP', first],
    ['EP', last],
    ['M1', textOf(item, 'number')],
    ['ET', textOf(item, 'edition')],
    ['PB', textOf(item, 'publisher')],
    ['CY', textOf(item, 'publisher-place')],
    ['LA', textOf(item, 'language')],
    ['DO', item.DOI],
    ['UR', item.URL],
  ];
  const shown = lines.flatMap(([tag, value]) => (value === undefined || value === '' ? [] : [`${tag}  - ${value}\n`]));
  return `${shown.join('')}ER  - \n`;
}

/** "Kaplan, Jared, Jr." */
const formatName = ({ literal, family, given, suffix, ...particles }: Name): string => {
  const particle = particles['non-dropping-particle'] ?? particles['dropping-particle'];
  const whole = [particle, family].filter((part) => part !== undefined).join(' ');
  return literal ?? [whole, given, suffix].filter((part) => part !== undefined && part !== '').join(', ');
};

/** Returns a CSL field as one line of text. */
function textOf(item: CslItem, field: string): string | undefined {
  const value = item[field];
  return typeof value === 'string' || typeof value === 'number' ? String(value).replace(/\s+/g, ' ') : undefined;
}

const pagesOf = (item: CslItem): (string | undefined)[] => (textOf(item, 'page') ?? '').split(/\s*[-–—]+\s*/u);

const yearOf = ({ issued }: CslItem): string | undefined => issued?.['date-parts']?.[0]?.[0]?.toString();

/** Returns "2020/01/23", or only its known parts. */
function dayOf({ issued }: CslItem): string | undefined {
  const parts = issued?.['date-parts']?.[0] ?? [];
  return parts.length < 2 ? undefined : parts.map((part) => String(part).padStart(2, '0')).join('/');
}
