import { createMessage, type Message } from '../model/message.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Library, Work } from '../model/work.ts';
import type { RawEntry } from '../model/raw-entry.ts';
import { inherit, keysIn, withData } from './crossref.ts';
import { plainValue, stringsIn, tooLong, type Field } from './fields.ts';
import { checkData, parseEntry } from './parse-entry.ts';
import { readFile, type BibliographyFile, type ReadEntry, type ReadFile } from './read-file.ts';

export type { BibliographyFile } from './read-file.ts';

/** `broken` lists keys of entries that have a message, so that citations of them need no second message. */
export type ParsedBibliography = {
  library: Library;
  entries: ReadonlyMap<string, RawEntry>;
  broken: ReadonlySet<string>;
  messages: Message[];
};

/** Strings that BibTeX predefines. */
const monthNames = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/**
 * Parses `.bib` files into works. Every entry becomes a work or a message. A duplicate key is a message, and its first
 * entry is used.
 */
export function parseBibliography(files: readonly BibliographyFile[]): ParsedBibliography {
  const read = files.map(readFile);
  const entries = read.flatMap((one) => one.entries);
  const { strings, messages: aboutStrings } = resolveStrings(read);
  const known = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
  const messages = [...read.flatMap((one) => one.messages), ...aboutStrings];
  const broken = new Set(read.flatMap((one) => one.broken));
  const library = new Map<string, Readonly<Work>>();
  const written = new Map<string, RawEntry>();
  for (const entry of entries) {
    const before = known.get(entry.key);
    if (before !== undefined && before !== entry) {
      messages.push(duplicate(entry, before));
      continue;
    }
    messages.push(...checkParents(entry, known, broken));
    const context = { strings, positionOf: entry.locate };
    if (entry.type === 'xdata') {
      messages.push(...checkData(entry, context));
      continue;
    }
    const parsed = parseEntry({ ...entry, fields: inherit(entry, known), copied: withData(entry, known) }, context);
    messages.push(...parsed.messages);
    if (parsed.work === null) broken.add(entry.key);
    else library.set(entry.key, freeze(parsed.work));
    if (parsed.work !== null) written.set(entry.key, toWritten(entry, strings));
  }
  return { library, entries: written, broken, messages };
}

/** Returns the raw entries of files that have no messages. */
export function readRawEntries(files: readonly BibliographyFile[]): ReadonlyMap<string, RawEntry> {
  const read = files.map(readFile);
  const { strings } = resolveStrings(read);
  const works = read.flatMap(({ entries }) => entries.filter(({ type }) => type !== 'xdata'));
  return new Map(works.map((entry) => [entry.key, toWritten(entry, strings)]));
}

/**
 * Returns the values of strings, in the order of their definitions, and messages about those that use an undefined
 * string.
 */
function resolveStrings(read: readonly ReadFile[]): { strings: ReadonlyMap<string, string>; messages: Message[] } {
  const strings = new Map(monthNames.map((name, index) => [name, String(index + 1)]));
  const messages: Message[] = [];
  for (const { file, locate, field } of read.flatMap((one) => one.strings)) {
    for (const name of stringsIn(field.value).filter((one) => !strings.has(one))) {
      const reason = `Unknown \`${name}\` in the string \`${field.name}\`: expected a text in braces or a string that an \`@string\` above defines`;
      messages.push(createMessage('unknown-string', reason, { file, position: locate(field.offset, field.end) }));
    }
    if (tooLong(field, strings)) {
      const reason = `Invalid \`@string\` \`${field.name}\`: expected a text of at most a million characters`;
      messages.push(createMessage('unreadable-entry', reason, { file, position: locate(field.offset, field.end) }));
    }
    strings.set(field.name, plainValue(field.value, strings));
  }
  return { strings, messages };
}

function toWritten(
  { key, type, ownFields, file, position, locate }: ReadEntry,
  strings: ReadonlyMap<string, string>,
): RawEntry {
  const named = (name: string): Field | undefined => ownFields.find((field) => field.name === name);
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

/** Returns messages about missing parents. */
function checkParents(
  { key, ownFields, file, locate }: ReadEntry,
  known: ReadonlyMap<string, ReadEntry>,
  broken: ReadonlySet<string>,
): Message[] {
  return ownFields
    .filter(({ name }) => name === 'crossref' || name === 'xdata')
    .flatMap((field) =>
      keysIn(field)
        .filter((parent) => !known.has(parent) && !broken.has(parent))
        .map((parent) => {
          const reason = `Unknown key \`${parent}\` in \`${field.name}\` of \`${key}\`: expected a key of the library${suggestionFor(parent, [...known.keys()])}`;
          return createMessage('unknown-crossref', reason, { file, position: locate(field.offset, field.end) });
        }),
    );
}

function duplicate(entry: ReadEntry, before: ReadEntry): Message {
  const reason = `Duplicate key \`${entry.key}\`: expected each key once; the first is in ${before.file}:${before.position.start.line}`;
  return createMessage('duplicate-key', reason, { file: entry.file, position: entry.position });
}

/** Freezes a value recursively. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
