import type { Position } from 'unist';
import { createMessage, type Message } from '../model/message.ts';
import { deepest } from '../model/nesting.ts';
import { findDeepBrace, parseFields, type Field } from './fields.ts';
import type { Entry } from './parse-entry.ts';
import { createLocator, type Locate } from './positions.ts';
import { splitEntries, type EntrySpan } from './split-entries.ts';

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

/** Reads the text of a `.bib` file. */
export function readFile({ path: file, text }: BibliographyFile): ReadFile {
  const locate = createLocator(text);
  const split = splitEntries(text);
  const headOf = ({ start, end }: { start: number; end: number }) => locate(start, headEnd(text, start, end));
  const broken = split.broken.map((problem) =>
    createMessage(problem.rule, problem.reason, { file, position: headOf(problem) }),
  );
  const strings = split.strings.map((definition) => ({
    ...parseFields(definition.body, definition.bodyOffset),
    name: '@string',
  }));
  const read = split.entries.map((raw) => ({ raw, ...parseFields(raw.body, raw.bodyOffset) }));
  const deep = split.entries.flatMap((raw) => {
    const brace = findDeepBrace(raw.body, deepest);
    return brace === null ? [] : [{ key: raw.key, at: raw.bodyOffset + brace }];
  });
  const tooDeep = new Set(deep.map(({ key }) => key));
  const strays = [...strings, ...read.map(({ raw, stray }) => ({ name: raw.key, stray }))].flatMap(({ name, stray }) =>
    stray === null ? [] : [strayMessage(name, { file, position: locate(stray, stray + 1) })],
  );
  return {
    entries: read.flatMap(({ raw, fields: ownFields, stray }) =>
      stray === null && !tooDeep.has(raw.key) ? [toEntry(raw, ownFields)] : [],
    ),
    strings: strings.flatMap(({ fields }) => fields.map((field) => ({ field, file, locate }))),
    broken: [
      ...split.broken.flatMap(({ key }) => key ?? []),
      ...read.flatMap(({ raw, stray }) => (stray === null ? [] : [raw.key])),
      ...tooDeep,
    ],
    messages: [
      ...broken,
      ...strays,
      ...deep.map(({ key, at }) => deepMessage(key, { file, position: locate(at, at + 1) })),
    ],
  };

  function toEntry(raw: EntrySpan, ownFields: Field[]): ReadEntry {
    return { type: raw.type, key: raw.key, ownFields, file, position: headOf(raw), locate };
  }
}

/** Returns the end of an entry's first line, which messages about entries mark. */
function headEnd(text: string, start: number, end: number): number {
  const line = text.indexOf('\n', start);
  return line === -1 || line > end ? end : line;
}

function strayMessage(name: string, location: { file: string; position: Position }): Message {
  const reason = `Invalid text in \`${name}\`: expected \`name = {value},\`; a brace, a quote or a comma may be missing before it`;
  return createMessage('unclosed-brace', reason, location);
}

function deepMessage(key: string, location: { file: string; position: Position }): Message {
  const reason = `Invalid nesting in \`${key}\`: expected at most ${deepest} levels of braces`;
  return createMessage('nested-too-deep', reason, location);
}
