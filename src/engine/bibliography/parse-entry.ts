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
import { createValueOf, plainValue, stringsIn, type Field } from './fields.ts';
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
    return { work: createWork(entry, csl, context), messages: [] };
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

function checkFields(entry: Entry, context: EntryContext): Message[] {
  const report: Report = (rule, reason, field) =>
    createMessage(rule, reason, { file: entry.file, position: positionOf(entry, field, context) });
  return [
    ...checkTitle(entry, context, report),
    ...checkDates(entry, context, report),
    ...checkDuplicateFields(entry, report),
    ...checkStrings(entry, context, report),
  ];
}

/** Creates a message about an entry, or about one of its fields. */
type Report = (rule: ParserRule, reason: string, field?: Field) => Message;

/** Returns the position of a field. An inherited field stands elsewhere, so the entry's position is used. */
const positionOf = ({ ownFields, position }: Entry, field: Field | undefined, context: EntryContext): Position =>
  field !== undefined && ownFields.includes(field) ? context.positionOf(field.offset, field.end) : position;

function checkTitle({ key, fields }: Entry, { strings }: EntryContext, report: Report): Message[] {
  const title = fields.find(({ name }) => name === 'title');
  if (title !== undefined && plainValue(title.value, strings).replace(/[{}\s]/g, '') !== '') return [];
  return [report('missing-title', `Missing title of \`${key}\`: expected \`title = {…}\``, title)];
}

function checkDates({ key, ownFields }: Entry, { strings }: EntryContext, report: Report): Message[] {
  const date = ownFields.find(({ name }) => name === 'date');
  const year = ownFields.find(({ name }) => name === 'year');
  const messages: Message[] = [];
  if (date !== undefined && !isReadableDate(plainValue(date.value, strings))) {
    const reason = `Invalid date of \`${key}\`: expected one such as \`2004\`, \`2004-06-30\`, \`2004/2006\` or \`2004~\``;
    messages.push(report('unreadable-date', reason, date));
  }
  if (year !== undefined && isImpossibleYear(plainValue(year.value, strings))) {
    const reason = `Invalid year of \`${key}\`: expected one of at most four digits, or a day that exists`;
    messages.push(report('unreadable-date', reason, year));
  }
  return messages;
}

const checkDuplicateFields = ({ key, ownFields }: Entry, report: Report): Message[] =>
  ownFields
    .filter((field, index) => ownFields.findIndex(({ name }) => name === field.name) < index)
    .map((field) =>
      report('duplicate-field', `Duplicate field \`${field.name}\` of \`${key}\`: expected each field once`, field),
    );

function checkStrings({ ownFields }: Entry, { strings }: EntryContext, report: Report): Message[] {
  return ownFields.flatMap((field) =>
    stringsIn(field.value)
      .filter((name) => !strings.has(name))
      .map((name) => {
        const expected = strings.size === 0 ? 'an `@string`' : oneOf([...strings.keys()]);
        const reason = `Invalid value \`${name}\` without braces: expected a text in braces or ${expected}`;
        return report('unknown-string', reason, field);
      }),
  );
}

const isReadableDate = (text: string): boolean => parseDate(text) !== null || text.trim() === '';

function unreadable(entry: Entry, context: EntryContext, error: unknown): Message {
  const field = findUnreadable({ ...entry, strings: context.strings });
  const what = field === undefined ? 'content' : `\`${field.name}\``;
  const reason = `Invalid ${what} of \`${entry.key}\`: expected text that can be read; ${explainError(error)}`;
  return createMessage('unreadable-entry', reason, {
    file: entry.file,
    position: positionOf(entry, field, context),
  });
}

/** Returns the first line of the parser's message, without its own line numbers. */
function explainError(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return (error.message.split('\n')[0] ?? '').replace(/ at line \d+ col \d+:?$/, '');
}

function createWork(
  { type, key, copied, fields, file, position }: Entry,
  csl: CslItem,
  { strings }: EntryContext,
): Work {
  const valueOf = createValueOf(fields, strings);
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
    link: linkOf({ doi, arxiv, url }),
    abstract: plainAbstract(valueOf('abstract')),
    bibtex: formatBibtex({ type, key, fields: copied }),
    file,
    position,
  };
}

function linkOf({ doi, arxiv, url }: Pick<Work, 'doi' | 'arxiv' | 'url'>): string | null {
  if (doi !== null) return `https://doi.org/${doi}`;
  if (arxiv !== null) return `https://arxiv.org/abs/${arxiv}`;
  return url !== null && isSafeUrl(url) ? url : null;
}

function plainAbstract(text: string | undefined): string | null {
  const plain = (text ?? '')
    .replace(/\\([%&$#_{}])/g, '$1')
    .replace(/[{}]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
  return plain === '' ? null : plain;
}
