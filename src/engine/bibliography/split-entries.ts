import { entryTypes } from './citation-js.ts';

/** An entry as written in its file: `@type{key, body}`. Offsets count characters from the start of the file. */
export type EntrySpan = { type: string; key: string; body: string; bodyOffset: number; start: number; end: number };

/** An entry, or text in its position, that has no end, no key or no `@`. */
export type BrokenEntry = {
  rule: 'missing-key' | 'unclosed-brace';
  key: string | null;
  start: number;
  end: number;
  reason: string;
};

type Split = {
  entries: EntrySpan[];
  broken: BrokenEntry[];
  /** Bodies of `@string` entries, in order. */
  strings: { body: string; bodyOffset: number; start: number }[];
};

type Opening = { type: string; start: number; inside: number; closer: string };

const commands: ReadonlySet<string> = new Set(['string', 'comment', 'preamble']);
const known = [...entryTypes, 'set', 'xdata'].join('|');

const opening = /@\s*([^\s{}(),@=#"'\\]*)\s*([{(])/y;
const keyAndComma = /\s*[^\s,={}()]+\s*,/y;
/** A line that begins an entry: any type if a key and a comma follow, or a known type if a key ends its line. */
const nextEntry = new RegExp(
  String.raw`^[ \t]*@(?:[^\s{}(),@=#"'\\]*\s*[{(]\s*[^\s,={}()]+\s*,|(?:${known})\s*[{(]\s*[^\s,={}()]+[ \t]*[\n})]|string\s*[{(]\s*[^\s,={}()]+\s*=|(?:comment|preamble)\s*[{(])`,
  'gim',
);
/** An entry without its `@`, and perhaps without more of its type. */
const withoutAt = /^[ \t]*([\w-]*)[ \t]*\{\s*([^\s,={}()]+)\s*,\s*[\w-]+\s*=/gim;
/** Text after an entry that a brace closed before its last field. */
const moreFields = /^[\s},]*[\w-]+\s*=\s*["{\d]/;

/**
 * Splits the text of a `.bib` file into entries by its braces. A broken entry does not affect others: if a line within
 * an entry begins another entry, a brace is missing, and the entry ends there. Text and `%` lines between entries are
 * comments.
 */
export function splitEntries(text: string): Split {
  const split: Split = { entries: [], broken: [], strings: [] };
  let at = 0;
  let next = findOpening(text, at);
  while (next !== null) {
    checkGap(text, { start: at, end: next.start }, split);
    at = takeEntry(text, next, split);
    next = findOpening(text, at);
  }
  checkGap(text, { start: at, end: text.length }, split);
  return split;
}

/** Returns the next `@type{` after `from` that is not part of a comment, an e-mail address or other text. */
function findOpening(text: string, from: number): Opening | null {
  for (let start = text.indexOf('@', from); start !== -1; start = text.indexOf('@', start + 1)) {
    opening.lastIndex = start;
    const [whole, type = '', bracket] = opening.exec(text) ?? [];
    if (whole === undefined || isComment(text, start)) continue;
    const found = {
      type: type.toLowerCase(),
      start,
      inside: start + whole.length,
      closer: bracket === '(' ? ')' : '}',
    };
    if (isEntry(text, found)) return found;
  }
  return null;
}

const isComment = (text: string, at: number): boolean =>
  /^\s*%/.test(text.slice(text.lastIndexOf('\n', at - 1) + 1, at));

function isEntry(text: string, { type, start, inside, closer }: Opening): boolean {
  if (commands.has(type) || entryTypes.includes(type)) return true;
  const isWord = closer === '}' && /^[\w-]+$/.test(type) && !/[\w.]/.test(text.charAt(start - 1));
  keyAndComma.lastIndex = inside;
  return isWord || keyAndComma.test(text);
}

/** Reads the entry at an opening, and returns the offset after it. */
function takeEntry(text: string, found: Opening, split: Split): number {
  const { type, start, inside, closer } = found;
  const end = endOf(text, inside, closer);
  if (end === null) return breakAt(text, found, split);
  const raw = text.slice(inside, end);
  if (type === 'string') split.strings.push({ body: raw, bodyOffset: inside, start });
  if (!commands.has(type)) addEntry({ type, raw, start, inside, end: end + 1 }, split);
  return end + 1;
}

function addEntry(
  { type, raw, start, inside, end }: { type: string; raw: string; start: number; inside: number; end: number },
  split: Split,
): void {
  const comma = raw.indexOf(',');
  const key = (comma === -1 ? raw : raw.slice(0, comma)).trim();
  if (key === '' || /[\s={}]/.test(key)) {
    const reason = `Missing key of \`@${type}\`: expected \`@${type}{key, …}\``;
    split.broken.push({ rule: 'missing-key', key: null, start, end, reason });
    return;
  }
  const body = comma === -1 ? '' : raw.slice(comma + 1);
  const bodyOffset = comma === -1 ? end - 1 : inside + comma + 1;
  split.entries.push({ type, key, body, bodyOffset, start, end });
}

/** Returns the offset of the bracket that closes the entry, or null if another entry begins first or the file ends. */
function endOf(text: string, inside: number, closer: string): number | null {
  let depth = 0;
  for (let at = inside; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (depth === 0 && char === closer) return at;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    else if (char === '\n' && beginsEntry(text, at + 1)) return null;
  }
  return null;
}

const beginsEntry = (text: string, at: number): boolean => {
  const line = text.slice(at, at + 300);
  return /^[ \t]*@/.test(line) && line.search(nextEntry) === 0;
};

function breakAt(text: string, { start, inside, type }: Opening, split: Split): number {
  nextEntry.lastIndex = inside;
  const end = nextEntry.exec(text)?.index ?? text.length;
  const key = /^\s*([^\s,={}]+)\s*,/.exec(text.slice(inside, end))?.[1] ?? null;
  const reason = `Missing end of \`@${type}{${key ?? ''}\`: expected the brace or quote that closes it`;
  split.broken.push({ rule: 'unclosed-brace', key, start, end, reason });
  return end;
}

/**
 * Reports an entry in the text between two entries: the rest of one, or one without its `@`. All other text is a
 * comment.
 */
function checkGap(text: string, { start, end }: { start: number; end: number }, split: Split): void {
  const gap = text.slice(start, end);
  const last = split.entries.at(-1);
  if (last?.end === start && isRestOfEntry(gap)) {
    const closer = start + Math.max(0, gap.indexOf('}'));
    const reason = `Invalid \`}\` in \`${last.key}\`: expected as many closing braces as opening ones`;
    split.entries.pop();
    split.broken.push({ rule: 'unclosed-brace', key: last.key, start: last.start, end: closer, reason });
  }
  for (const { index, 0: whole, 1: type = '', 2: key = '' } of gap.matchAll(withoutAt)) {
    const from = start + index + whole.search(/\S/);
    const reason = `Missing \`@\` before \`${type}{${key}\`: expected \`@${type}{${key}, …}\`; write \`%\` before each line of a comment`;
    split.broken.push({ rule: 'unclosed-brace', key, start: from, end: start + index + whole.length, reason });
  }
}

/** Returns true if fields continue after the brace that closed the entry. */
const isRestOfEntry = (gap: string): boolean =>
  moreFields.test(gap) || (containsUnopened(gap) && /,\s*[\w-]+\s*=\s*["{\d]/.test(gap));

function containsUnopened(text: string): boolean {
  let depth = 0;
  for (const char of text.replace(/\\./g, '')) {
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth < 0) return true;
  }
  return false;
}
