import { plainText } from './markup.ts';
import type { Position } from 'unist';
import { createMessage, type Message } from '../model/message.ts';
import { fullName } from '../model/names.ts';
import type { ParserRule } from '../model/rules/index.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { isSafeUrl } from '../model/url.ts';
import { toUrlSegment } from '../model/url-segment.ts';
import type { CslItem, Work } from '../model/work.ts';
import { entryTypes } from './citation-js.ts';
import { findUnreadable, toCslItem } from './csl-item.ts';
import { isImpossibleYear, parseDate } from './dates.ts';
import { plainValue, stringsIn, type Field } from './fields.ts';
import { parseArxiv } from './identifiers.ts';
import { splitNames } from './names.ts';
import { formatBibtex } from './public-bibtex.ts';

/** An entry with its fields and those inherited from its parent. */
export type Entry = {
  type: string;
  key: string;
  fields: Field[];
  /** As written in the entry itself. */
  ownFields: Field[];
  /** The fields for copying the entry: its own, and those of its `xdata`. */
  copied: Field[];
  file: string;
  position: Work['position'];
};

export type EntryContext = {
  strings: ReadonlyMap<string, string>;
  positionOf: (start: number, end: number) => Position;
};

/** Parses an entry into a work, or returns messages with the reasons why it is not one. */
export function parseEntry(entry: Entry, context: EntryContext): { work: Work | null; messages: Message[] } {
  const messages = entry.type === 'set' ? checkType(entry) : [...checkType(entry), ...checkFields(entry, context)];
  if (messages.length > 0) return { work: null, messages };
  try {
    const csl = toCslItem({ ...entry, strings: context.strings });
    return { work: toWork(entry, csl, context), messages: [] };
  } catch (error) {
    return { work: null, messages: [unreadable(entry, context, error)] };
  }
}

/** Checks an `xdata` entry, which only passes its fields on to others. */
export const checkData = (entry: Omit<Entry, 'fields' | 'copied'>, context: EntryContext): Message[] =>
  checkFields({ ...entry, fields: entry.ownFields, copied: entry.ownFields }, context).filter(
    ({ ruleId }) => ruleId !== 'missing-title',
  );

function checkType({ type, key, file, position }: Entry): Message[] {
  if (entryTypes.includes(type)) return [];
  if (type === 'set') {
    const reason = `Invalid entry type \`@set\` of \`${key}\`: expected each work to be cited by its own key; take the entry out and write \`[@first; @second]\``;
    return [createMessage('unknown-entry-type', reason, { file, position })];
  }
  const reason = `Unknown entry type \`@${type}\` of \`${key}\`: expected a type of BibTeX or BibLaTeX${suggestionFor(type, entryTypes)}`;
  return [createMessage('unknown-entry-type', reason, { file, position })];
}

function checkFields(
  { key, fields, ownFields, file, position }: Entry,
  { strings, positionOf }: EntryContext,
): Message[] {
  const about = (rule: ParserRule, reason: string, field?: Field): Message =>
    createMessage(rule, reason, {
      file,
      position: field === undefined || !ownFields.includes(field) ? position : positionOf(field.offset, field.end),
    });
  const title = fields.find(({ name }) => name === 'title');
  const untitled = title === undefined || plainValue(title.value, strings).replace(/[{}\s]/g, '') === '';
  const date = ownFields.find(({ name }) => name === 'date');
  const year = ownFields.find(({ name }) => name === 'year');
  const twice = ownFields.filter((field, index) => ownFields.findIndex(({ name }) => name === field.name) < index);
  const unknown = ownFields.flatMap((field) =>
    stringsIn(field.value)
      .filter((name) => !strings.has(name))
      .map((name) => ({ field, name })),
  );
  return [
    ...(untitled ? [about('missing-title', `Missing title of \`${key}\`: expected \`title = {…}\``, title)] : []),
    ...(date !== undefined && !isReadableDate(plainValue(date.value, strings))
      ? [
          about(
            'unreadable-date',
            `Invalid date of \`${key}\`: expected one such as \`2004\`, \`2004-06-30\`, \`2004/2006\` or \`2004~\``,
            date,
          ),
        ]
      : []),
    ...(year !== undefined && isImpossibleYear(plainValue(year.value, strings))
      ? [
          about(
            'unreadable-date',
            `Invalid year of \`${key}\`: expected one of at most four digits, or a day that exists`,
            year,
          ),
        ]
      : []),
    ...twice.map((field) =>
      about('duplicate-field', `Duplicate field \`${field.name}\` of \`${key}\`: expected each field once`, field),
    ),
    ...unknown.map(({ field, name }) =>
      about(
        'unknown-string',
        `Invalid value \`${name}\` without braces: expected a text in braces or ${[...strings.keys()].length === 0 ? 'an `@string`' : oneOf([...strings.keys()])}`,
        field,
      ),
    ),
  ];
}

const isReadableDate = (text: string): boolean => parseDate(text) !== null || text.trim() === '';

function unreadable(entry: Entry, { strings, positionOf }: EntryContext, error: unknown): Message {
  const { key, ownFields, file } = entry;
  const field = findUnreadable({ ...entry, strings });
  const position =
    field !== undefined && ownFields.includes(field) ? positionOf(field.offset, field.end) : entry.position;
  const what = field === undefined ? 'content' : `\`${field.name}\``;
  const said =
    error instanceof Error
      ? (error.message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?$/, '')
      : String(error);
  return createMessage('unreadable-entry', `Invalid ${what} of \`${key}\`: expected text that can be read; ${said}`, {
    file,
    position,
  });
}

function toWork({ type, key, copied, fields, file, position }: Entry, csl: CslItem, { strings }: EntryContext): Work {
  const valueOf = (name: string): string | undefined => {
    const field = fields.find((one) => one.name === name);
    return field === undefined ? undefined : plainValue(field.value, strings).trim();
  };
  const doi = csl.DOI ?? null;
  const arxiv = parseArxiv({
    eprint: valueOf('eprint'),
    eprinttype: valueOf('eprinttype') ?? valueOf('archiveprefix'),
    doi,
    url: valueOf('url'),
  });
  const url = csl.URL ?? null;
  const people = splitNames(valueOf('author') ?? valueOf('editor') ?? '');
  return {
    key,
    segment: toUrlSegment(key),
    csl,
    title: plainText(csl.title ?? ''),
    names: (csl.author ?? csl.editor ?? []).map(fullName),
    authorsTruncated: people.at(-1)?.toLowerCase() === 'others',
    year: csl.issued?.['date-parts']?.[0]?.[0] ?? null,
    doi,
    arxiv,
    url,
    link: doi !== null ? `https://doi.org/${doi}` : arxiv !== null ? `https://arxiv.org/abs/${arxiv}` : safe(url),
    abstract: plainAbstract(valueOf('abstract')),
    bibtex: formatBibtex({ type, key, fields: copied }),
    file,
    position,
  };
}

const safe = (url: string | null): string | null => (url !== null && isSafeUrl(url) ? url : null);

function plainAbstract(text: string | undefined): string | null {
  const plain = (text ?? '')
    .replace(/\\([%&$#_{}])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}
