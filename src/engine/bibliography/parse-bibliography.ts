import { createMessage, type Message } from '../model/message.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Library, Work } from '../model/work.ts';
import type { RawEntry } from '../model/raw-entry.ts';
import { inherit, keysIn, withData } from './crossref.ts';
import { createValueOf, plainValue, stringsIn, tooLong } from './fields.ts';
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
  const entries = read.flatMap((file) => file.entries);
  const { strings, messages: stringMessages } = resolveStrings(read);
  const byKey = new Map(entries.toReversed().map((entry) => [entry.key, entry]));
  const messages = [...read.flatMap((file) => file.messages), ...stringMessages];
  const broken = new Set(read.flatMap((file) => file.broken));
  const library = new Map<string, Readonly<Work>>();
  const rawEntries = new Map<string, RawEntry>();
  for (const entry of entries) {
    const first = byKey.get(entry.key);
    if (first !== undefined && first !== entry) {
      messages.push(duplicate(entry, first));
      continue;
    }
    messages.push(...checkParents(entry, byKey, broken));
    const context = { strings, positionOf: entry.locate };
    if (entry.type === 'xdata') {
      messages.push(...checkData(entry, context));
      continue;
    }
    const parsed = parseEntry({ ...entry, fields: inherit(entry, byKey), copied: withData(entry, byKey) }, context);
    messages.push(...parsed.messages);
    if (parsed.work === null) {
      broken.add(entry.key);
      continue;
    }
    library.set(entry.key, freeze(parsed.work));
    rawEntries.set(entry.key, rawEntryOf(entry, strings));
  }
  return { library, entries: rawEntries, broken, messages };
}

/** Returns the raw entries of files that have no messages. */
export function readRawEntries(files: readonly BibliographyFile[]): ReadonlyMap<string, RawEntry> {
  const read = files.map(readFile);
  const { strings } = resolveStrings(read);
  const works = read.flatMap(({ entries }) => entries.filter(({ type }) => type !== 'xdata'));
  return new Map(works.map((entry) => [entry.key, rawEntryOf(entry, strings)]));
}

/**
 * Returns the values of strings, in the order of their definitions, and messages about those that use an undefined
 * string.
 */
function resolveStrings(read: readonly ReadFile[]): { strings: ReadonlyMap<string, string>; messages: Message[] } {
  const strings = new Map(monthNames.map((name, index) => [name, String(index + 1)]));
  const messages: Message[] = [];
  for (const { file, locate, field } of read.flatMap((source) => source.strings)) {
    for (const name of stringsIn(field.value).filter((used) => !strings.has(used))) {
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

function rawEntryOf(
  { key, type, ownFields, file, position, locate }: ReadEntry,
  strings: ReadonlyMap<string, string>,
): RawEntry {
  return {
    key,
    type,
    file,
    valueOf: createValueOf(ownFields, strings),
    positionOf: (name) => {
      const field = ownFields.find((candidate) => candidate.name === name);
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

function duplicate(entry: ReadEntry, first: ReadEntry): Message {
  const reason = `Duplicate key \`${entry.key}\`: expected each key once; the first is in ${first.file}:${first.position.start.line}`;
  return createMessage('duplicate-key', reason, { file: entry.file, position: entry.position });
}

/** Freezes a value recursively. */
export function freeze<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(freeze);
  return Object.freeze(value);
}
