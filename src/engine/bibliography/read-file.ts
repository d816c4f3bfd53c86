import { createMessage, type Message } from '../model/message.ts';
import { deepest } from '../model/nesting.ts';
import { findDeepBrace, parseFields, type Field } from './fields.ts';
import type { Entry } from './parse-entry.ts';
import { createLocator, type Locate } from './positions.ts';
import { splitEntries, type BrokenEntry, type EntrySpan } from './split-entries.ts';

export type BibliographyFile = { path: string; text: string };

/** An entry with the fields that are written in it, and a function that returns their positions. */
export type ReadEntry = Omit<Entry, 'fields' | 'copied'> & { locate: Locate };

/** The entries and strings of a `.bib` file, not yet resolved. `broken` lists keys of entries that have a message. */
export type ReadFile = {
  entries: ReadEntry[];
  strings: { field: Field; file: string; locate: Locate }[];
  broken: string[];
  messages: Message[];
};

type Source = { file: string; text: string; locate: Locate };

/** An entry with its fields. `stray` and `deepBrace` are offsets in the file, of what makes it unreadable. */
type ParsedEntry = { raw: EntrySpan; fields: Field[]; stray: number | null; deepBrace: number | null };

/** Reads the text of a `.bib` file. */
export function readFile({ path: file, text }: BibliographyFile): ReadFile {
  const source = { file, text, locate: createLocator(text) };
  const { entries: spans, strings: definitions, broken } = splitEntries(text);
  const strings = definitions.map(({ body, bodyOffset }) => parseFields(body, bodyOffset));
  const entries = spans.map(parseSpan);
  const tooDeep = new Set(entries.filter(({ deepBrace }) => deepBrace !== null).map(({ raw }) => raw.key));
  const isReadable = ({ raw, stray }: ParsedEntry): boolean => stray === null && !tooDeep.has(raw.key);
  const strayKeys = entries.filter(({ stray }) => stray !== null).map(({ raw }) => raw.key);
  return {
    entries: entries.filter(isReadable).map((entry) => readEntry(entry, source)),
    strings: strings.flatMap(({ fields }) => fields.map((field) => ({ field, file, locate: source.locate }))),
    broken: [...broken.flatMap(({ key }) => key ?? []), ...strayKeys, ...tooDeep],
    messages: [
      ...broken.map((entry) => brokenMessage(entry, source)),
      ...strings.flatMap(({ stray }) => strayMessages('@string', stray, source)),
      ...entries.flatMap(({ raw, stray }) => strayMessages(raw.key, stray, source)),
      ...entries.flatMap(({ raw, deepBrace }) => deepMessages(raw.key, deepBrace, source)),
    ],
  };
}

function parseSpan(raw: EntrySpan): ParsedEntry {
  const brace = findDeepBrace(raw.body, deepest);
  return {
    raw,
    ...parseFields(raw.body, raw.bodyOffset),
    deepBrace: brace === null ? null : raw.bodyOffset + brace,
  };
}

function readEntry({ raw, fields: ownFields }: ParsedEntry, source: Source): ReadEntry {
  const { file, locate } = source;
  return { type: raw.type, key: raw.key, ownFields, file, position: positionOfHead(raw, source), locate };
}

/** Returns the position of an entry's first line, which messages about entries mark. */
function positionOfHead(
  { start, end }: { start: number; end: number },
  { text, locate }: Source,
): ReadEntry['position'] {
  const line = text.indexOf('\n', start);
  return locate(start, line === -1 || line > end ? end : line);
}

const brokenMessage = (entry: BrokenEntry, source: Source): Message =>
  createMessage(entry.rule, entry.reason, { file: source.file, position: positionOfHead(entry, source) });

function strayMessages(name: string, stray: number | null, { file, locate }: Source): Message[] {
  if (stray === null) return [];
  const reason = `Invalid text in \`${name}\`: expected \`name = {value},\`; a brace, a quote or a comma may be missing before it`;
  return [createMessage('unclosed-brace', reason, { file, position: locate(stray, stray + 1) })];
}

function deepMessages(key: string, brace: number | null, { file, locate }: Source): Message[] {
  if (brace === null) return [];
  const reason = `Invalid nesting in \`${key}\`: expected at most ${deepest} levels of braces`;
  return [createMessage('nested-too-deep', reason, { file, position: locate(brace, brace + 1) })];
}
