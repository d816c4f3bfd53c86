import type { CslDate, CslItem, Name } from '../model/work.ts';
import { readCslItem } from './citation-js.ts';
import { parseDate, parseYear } from './dates.ts';
import type { Field } from './fields.ts';
import { plainValue } from './fields.ts';
import { parseArxiv, parseDoi } from './identifiers.ts';
import { isBibliographic } from './public-bibtex.ts';
import { printAccents, printMath, printRings } from './titles.ts';

export type EntryText = { type: string; key: string; fields: readonly Field[]; strings: ReadonlyMap<string, string> };

const dated = new Set(['date', 'year', 'month', 'urldate', 'origdate', 'eventdate']);
const english = /^(?:en|eng|english|american|british|australian|canadian|uk|us)/i;
/** What a report or thesis is called, by citation-js's name for it. */
const genres = new Map([
  ['techreport', 'Technical report'],
  ['phdthesis', 'Doctoral dissertation'],
  ['mathesis', 'Master’s thesis'],
  ['mastersthesis', 'Master’s thesis'],
]);

/**
 * An entry as CSL-JSON: citation-js reads its fields, we its dates, corporate authors, identifiers and preprints.
 *
 * @throws Error where citation-js cannot read it.
 */
export function toCslItem(entry: EntryText): CslItem {
  const valueOf = createValueOf(entry);
  const language = valueOf('langid') ?? valueOf('language');
  const item = readCslItem(textOf(entry, isBibliographic), { sentenceCase: false });
  const { 'citation-key': _key, status, ...rest } = item;
  const people = namesOf(item, entry);
  const issued = issuedOf(valueOf);
  return {
    ...rest,
    ...(language === undefined || english.test(language) ? sentenceCaseTitle(entry) : {}),
    ...people,
    id: entry.key,
    ...(issued === null ? {} : { issued }),
    // "Prepublished" is what a preprint's type says already.
    ...(status === 'prepublished' ? {} : { status }),
    ...accessedOf(valueOf),
    ...(typeof item.genre === 'string' ? { genre: genres.get(item.genre) ?? item.genre } : {}),
    ...identify(item, valueOf),
  };
}

type ValueOf = (name: string) => string | undefined;

function createValueOf({ fields, strings }: EntryText): ValueOf {
  return (name) => {
    const field = fields.find((one) => one.name === name);
    return field === undefined ? undefined : plainValue(field.value, strings).trim();
  };
}

/** The title alone in sentence case, as BibLaTeX means it for English: what stands in braces stays. Not the journal's. */
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
      textOf({ ...entry, fields: [field] }, () => true),
      { sentenceCase: true },
    ).title,
  };
}

/** `Loss-to-Loss` → `Loss-to-loss` outside braces: citation-js takes a capital within a word for one that is meant. */
function lowerAfterHyphens(title: string): string {
  let depth = 0;
  return title.replace(/[{}]|(?<=\p{L}-)\p{Lu}(?=\p{Ll})/gu, (found) => {
    if (found === '{') depth += 1;
    else if (found === '}') depth -= 1;
    else if (depth === 0) return found.toLowerCase();
    return found;
  });
}

/** The entry for citation-js: the fields asked for but dates, with strings resolved and formulas in titles as plain text. */
function textOf({ type, key, fields, strings }: EntryText, isWanted: (name: string) => boolean): string {
  const lines = fields
    .filter(({ name }) => isWanted(name) && !dated.has(name) && name !== 'crossref')
    .map(({ name, value }) => `${name} = {${printMath(printRings(plainValue(value, strings)))}},`);
  return `@${type}{${key},\n${lines.join('\n')}\n}`;
}

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

const nameFields = ['author', 'editor', 'translator'] as const;

/** Names as citation-js has them, but `{An Organisation}` as one name, and without the `others` of `and others`. */
function namesOf(item: CslItem, { fields, strings }: EntryText): Partial<Record<(typeof nameFields)[number], Name[]>> {
  return Object.fromEntries(
    nameFields.flatMap((role) => {
      const names = item[role];
      const field = fields.find(({ name }) => name === role);
      if (!Array.isArray(names) || field === undefined) return [];
      const written = splitNames(plainValue(field.value, strings));
      const kept = names.flatMap((name: Name, index) => {
        if (written[index]?.toLowerCase() === 'others') return [];
        return [isOrganisation(written[index] ?? '') ? { literal: name.literal ?? name.family ?? '' } : name];
      });
      return [[role, kept]];
    }),
  );
}

/** Names between `and`, but not those in braces. */
export function splitNames(text: string): string[] {
  const names = [''];
  let depth = 0;
  for (const word of text.split(/(\s+)/)) {
    if (depth === 0 && word.toLowerCase() === 'and') names.push('');
    else names.push((names.pop() ?? '') + word);
    depth += word.replace(/\\./g, '').split('{').length - word.replace(/\\./g, '').split('}').length;
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

const isOrganisation = (written: string): boolean =>
  /^\{[\s\S]*\}$/.test(written) && !/^\{[^{}]*\}\s*[^}]*,/.test(written);

function identify(item: CslItem, valueOf: ValueOf): Partial<CslItem> {
  const doi = parseDoi(item.DOI);
  const eprinttype = valueOf('eprinttype') ?? valueOf('archiveprefix');
  const arxiv = parseArxiv({ eprint: valueOf('eprint'), eprinttype, doi, url: valueOf('url') });
  const isPreprint =
    arxiv !== null && item['container-title'] === undefined && item.type !== 'thesis' && item.type !== 'book';
  const address = `https://arxiv.org/abs/${arxiv}`;
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
    ...(!isPreprint && arxiv !== null && doi === null && item.URL === undefined
      ? { URL: address, accessed: undefined }
      : {}),
    ...(!isPreprint && item.URL !== undefined ? { URL: item.URL.replace(/\\([_%#&~$])/g, '$1') } : {}),
  };
}
