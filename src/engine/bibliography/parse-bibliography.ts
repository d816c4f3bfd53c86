import type { Position } from 'unist';
import { createMessage, type Message } from '../model/message.ts';
import { deepest } from '../model/nesting.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Library, Work } from '../model/work.ts';
import type { WrittenEntry } from '../model/written-entry.ts';
import { inherit } from './crossref.ts';
import { findDeepBrace, parseFields, plainValue, tooLong, type Field } from './fields.ts';
import { parseEntry, type Entry } from './parse-entry.ts';
import { createLocator, type Locate } from './positions.ts';
import { splitEntries, type RawEntry } from './split-entries.ts';

export type BibliographyFile = { path: string; text: string };

/** `broken` are keys of entries about which there is a message: whoever cites them need not be told again. */
export type ParsedBibliography = {
  library: Library;
  entries: ReadonlyMap<string, WrittenEntry>;
  broken: ReadonlySet<string>;
  messages: Message[];
};

type Read = {
  entries: (Entry & { locate: Locate })[];
  strings: Map<string, string>;
  broken: string[];
  messages: Message[];
};

/** Strings that BibTeX knows by itself. */
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** `.bib` files as works. Every entry becomes a work or a message; a key that comes twice is a message, and the first one stands. */
export function parseBibliography(files: readonly BibliographyFile[]): ParsedBibliography {
  const read = files.map(readEntries);
  const entries = read.flatMap((one) => one.entries);
  const strings = stringsOf(read);
  const messages = read.flatMap((one) => one.messages);
  const broken = new Set(read.flatMap((one) => one.broken));
  const library = new Map<string, Readonly<Work>>();
  const written = new Map<string, WrittenEntry>();
  const first = new Map<string, Entry>();
  for (const entry of entries) {
    const before = first.get(entry.key);
    if (before !== undefined) messages.push(duplicate(entry, before));
    if (before !== undefined) continue;
    first.set(entry.key, entry);
    const parsed = parseEntry(entry, { strings, positionOf: entry.locate });
    messages.push(...parsed.messages);
    if (parsed.work === null) broken.add(entry.key);
    else library.set(entry.key, freeze(parsed.work));
    if (parsed.work !== null) written.set(entry.key, toWritten(entry, strings));
  }
  return { library, entries: written, broken, messages };
}

/** The entries of files without a message, which are works already. */
export function readWrittenEntries(files: readonly BibliographyFile[]): ReadonlyMap<string, WrittenEntry> {
  const read = files.map(readEntries);
  const strings = stringsOf(read);
  return new Map(read.flatMap(({ entries }) => entries.map((entry) => [entry.key, toWritten(entry, strings)])));
}

const stringsOf = (read: readonly Read[]): Map<string, string> =>
  new Map([
    ...monthNames.map((name, index) => [name, String(index + 1)] as const),
    ...read.flatMap(({ strings }) => [...strings]),
  ]);

function toWritten(
  { key, type, own, file, position, locate }: Entry & { locate: Locate },
  strings: ReadonlyMap<string, string>,
): WrittenEntry {
  const named = (name: string): Field | undefined => own.find((field) => field.name === name);
  return {
    key,
    type,
    file,
    valueOf: (name) => {
      const field = named(name);
      return field === undefined ? undefined : plainValue(field.value, strings).trim();
    },
    positionOf: (name) => {
      const field = named(name);
      return field === undefined ? position : locate(field.offset, field.end);
    },
  };
}

function readEntries({ path, text }: BibliographyFile): Read {
  const locate = createLocator(text);
  const { entries: raw, broken, strings } = splitEntries(text);
  const result: Read = { entries: [], strings: new Map(), broken: [], messages: [] };
  for (const { start, end, key, reason } of broken) {
    const rule = key === null && reason.includes('without a key') ? 'missing-key' : 'unclosed-brace';
    result.messages.push(
      createMessage(rule, reason, { file: path, position: locate(start, headEnd(text, start, end)) }),
    );
    if (key !== null) result.broken.push(key);
  }
  for (const { body, bodyOffset } of strings) {
    for (const field of parseFields(body, bodyOffset).fields) {
      if (tooLong(field, result.strings))
        result.messages.push(longMessage(field, { path, position: locate(field.offset, field.end) }));
      result.strings.set(field.name, plainValue(field.value, result.strings));
    }
  }
  const parsed = raw.map((entry) => ({ raw: entry, ...parseFields(entry.body, entry.bodyOffset) }));
  const fieldsByKey = new Map(parsed.map(({ raw: entry, fields }) => [entry.key, { type: entry.type, fields }]));
  for (const { raw: entry, fields, stray } of parsed) {
    const position = locate(entry.start, headEnd(text, entry.start, entry.end));
    if (stray !== null) {
      result.messages.push(strayMessage(entry, { path, position: locate(stray, stray + 1) }));
      result.broken.push(entry.key);
      continue;
    }
    const deep = findDeepBrace(entry.body, deepest);
    if (deep !== null) {
      const at = entry.bodyOffset + deep;
      result.messages.push(
        createMessage('nested-too-deep', deepReason(entry), { file: path, position: locate(at, at + 1) }),
      );
      result.broken.push(entry.key);
      continue;
    }
    result.messages.push(...checkCrossref({ entry, fields, path, locate }, fieldsByKey));
    result.entries.push({
      type: entry.type,
      key: entry.key,
      fields: inherit(entry.type, fields, fieldsByKey),
      own: fields,
      file: path,
      position,
      locate,
    });
  }
  return result;
}

/** Messages about an entry mark its first line. */
function headEnd(text: string, start: number, end: number): number {
  const line = text.indexOf('\n', start);
  return line === -1 || line > end ? end : line;
}

function strayMessage({ key }: RawEntry, { path, position }: { path: string; position: Position }): Message {
  const reason = `Unexpected text in \`${key}\`, expected \`name = {value},\`; a brace, a quote or a comma may be missing before it`;
  return createMessage('unclosed-brace', reason, { file: path, position });
}

const deepReason = ({ key }: RawEntry): string =>
  `Invalid nesting in \`${key}\`: expected at most ${deepest} levels of braces`;

function longMessage({ name }: Field, { path, position }: { path: string; position: Position }): Message {
  const reason = `Invalid \`@string\` \`${name}\`: expected a text of at most a million characters`;
  return createMessage('unreadable-entry', reason, { file: path, position });
}

function checkCrossref(
  { entry, fields, path, locate }: { entry: RawEntry; fields: readonly Field[]; path: string; locate: Locate },
  known: ReadonlyMap<string, unknown>,
): Message[] {
  const field = fields.find(({ name }) => name === 'crossref');
  const parent = field === undefined ? undefined : plainValue(field.value, new Map()).trim();
  if (field === undefined || parent === undefined || known.has(parent)) return [];
  const reason = `Unexpected crossref of \`${entry.key}\` to \`${parent}\`, expected a key of the same file${suggestionFor(parent, [...known.keys()])}`;
  return [createMessage('unknown-crossref', reason, { file: path, position: locate(field.offset, field.end) })];
}

function duplicate(entry: Entry, before: Entry): Message {
  const reason = `Unexpected second \`${entry.key}\`, expected each key once; the first is in ${before.file}:${before.position.start.line}`;
  return createMessage('duplicate-key', reason, { file: entry.file, position: entry.position });
}

/** Freezes a value with everything in it. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
