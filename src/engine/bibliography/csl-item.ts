import type { CslDate, CslItem } from '../model/work.ts';
import { readCslItem } from './citation-js.ts';
import { parseDate, parseYear } from './dates.ts';
import { createValueOf, plainValue, type Field, type ValueOf } from './fields.ts';
import { parseArxiv, parseDoi, parseUrl, plainAddress } from './identifiers.ts';
import { namesOf } from './names.ts';
import { isBibliographic } from './public-bibtex.ts';
import { printAccents, printTex } from './titles.ts';

export type EntryText = { type: string; key: string; fields: readonly Field[]; strings: ReadonlyMap<string, string> };

const dated = new Set(['date', 'year', 'month', 'urldate', 'origdate', 'eventdate']);
const english = /^(?:en|eng|english|american|british|australian|canadian|uk|us)/i;
/** Labels of reports and theses, by citation-js's name for each genre. */
const genres = new Map([
  ['techreport', 'Technical report'],
  ['phdthesis', 'Doctoral dissertation'],
  ['mathesis', 'Master’s thesis'],
  ['mastersthesis', 'Master’s thesis'],
]);

/**
 * Converts an entry to CSL-JSON. citation-js reads its fields; this file handles dates, corporate authors, identifiers
 * and preprints.
 *
 * @throws Error if citation-js cannot read it.
 */
export function toCslItem(entry: EntryText): CslItem {
  const valueOf = createValueOf(entry.fields, entry.strings);
  const language = valueOf('langid') ?? valueOf('language');
  const item = readCslItem(formatEntry(entry, isBibliographic), { sentenceCase: false });
  refuseEmptyAccents(item, entry);
  const { 'citation-key': _key, status, ...rest } = item;
  const people = namesOf(item, entry);
  const issued = issuedOf(valueOf);
  return {
    ...rest,
    ...(language === undefined || english.test(language) ? sentenceCaseTitle(entry) : {}),
    ...people,
    id: entry.key,
    ...(issued === null ? {} : { issued }),
    // The type of a preprint already says "prepublished".
    ...(status === 'prepublished' ? {} : { status }),
    ...accessedOf(valueOf),
    ...(typeof item.genre === 'string' ? { genre: genres.get(item.genre) ?? item.genre } : {}),
    ...identify(item, valueOf),
  };
}

/** Rejects `\'{}`, which citation-js reads as an accent over the word "undefined". */
function refuseEmptyAccents(item: CslItem, { fields }: EntryText): void {
  if (JSON.stringify(item).includes('undefined') && !fields.some(({ value }) => value.includes('undefined')))
    throw new Error('an accent is over no letter');
}

/**
 * Converts the title, and no other field, to sentence case, as BibLaTeX does for English. Text in braces is unchanged.
 */
function sentenceCaseTitle(entry: EntryText): Partial<CslItem> {
  const parts = ['title', 'subtitle'].flatMap((name) =>
    entry.fields.filter((field) => field.name === name).slice(0, 1),
  );
  const [first] = parts;
  if (first === undefined) return {};
  const whole = parts.map((field) => printAccents(plainValue(field.value, entry.strings))).join(': ');
  const field = { ...first, name: 'title', value: `{${lowerAfterHyphens(whole)}}` };
  return {
    title: readCslItem(
      formatEntry({ ...entry, fields: [field] }, () => true),
      { sentenceCase: true },
    ).title,
  };
}

/**
 * Lowercases `Loss-to-Loss` to `Loss-to-loss` outside braces: citation-js treats a capital within a word as intended.
 */
function lowerAfterHyphens(title: string): string {
  let depth = 0;
  return title.replace(/[{}]|(?<=\p{L}-)\p{Lu}(?=\p{Ll})/gu, (found) => {
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (depth === 0) return found.toLowerCase();
    return found;
  });
}

/**
 * Formats the entry for citation-js: the wanted fields except dates, with strings resolved and formulas in titles as
 * plain text.
 */
function formatEntry({ type, fields, strings }: EntryText, isWanted: (name: string) => boolean): string {
  const lines = fields
    .filter(({ name }) => isWanted(name) && !dated.has(name) && name !== 'crossref')
    .map(({ name, value }) => `${name} = {${printValue(name, plainValue(value, strings))}},`);
  return `@${type}{work,\n${lines.join('\n')}\n}`;
}

const addresses = new Set(['url', 'doi', 'eprint']);

const printValue = (name: string, value: string): string =>
  addresses.has(name) ? plainAddress(value) : printTex(value);

/** Returns the first field that citation-js cannot read by itself, or undefined if it can read each. */
export const findUnreadable = (entry: EntryText): Field | undefined =>
  entry.fields
    .filter(({ name }) => isBibliographic(name))
    .find((field) => {
      try {
        toCslItem({ ...entry, fields: [field] });
        return false;
      } catch {
        return true;
      }
    });

function issuedOf(valueOf: ValueOf): CslDate | null {
  const date = valueOf('date');
  if (date !== undefined && date !== '') return parseDate(date) ?? { literal: date };
  const year = valueOf('year');
  if (year !== undefined) return parseYear(year, valueOf('month') ?? null);
  const state = valueOf('pubstate');
  return state === 'inpress' || state === 'forthcoming' ? { literal: state === 'inpress' ? 'in press' : state } : null;
}

function accessedOf(valueOf: ValueOf): { accessed?: CslDate } {
  const accessed = parseDate(valueOf('urldate') ?? '');
  return accessed === null ? {} : { accessed };
}

function identify(item: CslItem, valueOf: ValueOf): Partial<CslItem> {
  const doi = parseDoi(item.DOI);
  const eprinttype = valueOf('eprinttype') ?? valueOf('archiveprefix');
  const arxiv = parseArxiv({ eprint: valueOf('eprint'), eprinttype, doi, url: valueOf('url') });
  const isPreprint =
    arxiv !== null && item['container-title'] === undefined && item.type !== 'thesis' && item.type !== 'book';
  const address = `https://arxiv.org/abs/${arxiv}`;
  const url = valueOf('url') || item.URL;
  return {
    DOI: doi ?? undefined,
    ...(isPreprint
      ? {
          type: 'article',
          publisher: 'arXiv',
          number: `arXiv:${arxiv}`,
          URL: doi === null ? address : undefined,
          accessed: undefined,
        }
      : {}),
    ...(!isPreprint && arxiv !== null && doi === null && url === undefined
      ? { URL: address, accessed: undefined }
      : {}),
    ...(!isPreprint && url !== undefined ? { URL: parseUrl(url) } : {}),
  };
}
