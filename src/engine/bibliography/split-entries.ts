/** An entry as it stands in its file: `@type{key, body}`; offsets count characters from the start of the file. */
export type RawEntry = { type: string; key: string; body: string; bodyOffset: number; start: number; end: number };

/** An entry, or something in its place, that has no end or no beginning. */
export type BrokenEntry = { key: string | null; start: number; end: number; reason: string };

export type Split = {
  entries: RawEntry[];
  broken: BrokenEntry[];
  /** Bodies of `@string` entries, in order. */
  strings: { body: string; bodyOffset: number }[];
};

const opening = /@\s*([a-z]+)\s*([{(])/giy;
const nextEntry = /^[ \t]*@[a-z]+\s*[{(]\s*[^\s,={}]+\s*,/im;
const closers = new Map([
  ['{', '}'],
  ['(', ')'],
]);

/**
 * Splits the text of a `.bib` file into entries by its braces, so that one broken entry hides no other:
 * an entry that runs into a line that begins another has lost a brace, and ends there.
 */
export function splitEntries(text: string): Split {
  const split: Split = { entries: [], broken: [], strings: [] };
  let at = 0;
  while (at < text.length) {
    const start = text.indexOf('@', at);
    const gap = text.slice(at, start === -1 ? text.length : start);
    if (gap.includes('}')) breakLast(split, at + gap.indexOf('}'));
    if (start === -1) break;
    at = takeEntry(text, start, split);
  }
  return split;
}

/** Reads what begins at `start`; returns where to go on. */
function takeEntry(text: string, start: number, split: Split): number {
  opening.lastIndex = start;
  const match = opening.exec(text);
  if (match === null) return start + 1;
  const type = (match[1] ?? '').toLowerCase();
  const inside = start + match[0].length;
  const end = endOf(text, inside, closers.get(match[2] ?? '') ?? '}');
  if (end === null) return breakAt(text, { start, inside, type }, split);
  const raw = text.slice(inside, end);
  if (type === 'string') split.strings.push({ body: raw, bodyOffset: inside });
  if (type !== 'string' && type !== 'comment' && type !== 'preamble')
    addEntry({ type, raw, start, inside, end: end + 1 }, split);
  return end + 1;
}

function addEntry(
  found: { type: string; raw: string; start: number; inside: number; end: number },
  split: Split,
): void {
  const { type, raw, start, inside, end } = found;
  const comma = raw.indexOf(',');
  const key = (comma === -1 ? raw : raw.slice(0, comma)).trim();
  if (key === '' || /[\s={}]/.test(key)) {
    split.broken.push({
      key: null,
      start,
      end,
      reason: `Unexpected \`@${type}\` without a key, expected \`@${type}{key, …}\``,
    });
    return;
  }
  const body = comma === -1 ? '' : raw.slice(comma + 1);
  split.entries.push({ type, key, body, bodyOffset: inside + comma + 1, start, end });
}

/** Where the bracket opened before `inside` closes; null where another entry begins first, or the file ends. */
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
  return /^[ \t]*@/.test(line) && nextEntry.exec(line)?.index === 0;
};

function breakAt(
  text: string,
  { start, inside, type }: { start: number; inside: number; type: string },
  split: Split,
): number {
  const next = nextEntry.exec(text.slice(inside));
  const end = next === null ? text.length : inside + next.index;
  const key = /^\s*([^\s,={}]+)\s*,/.exec(text.slice(inside, end))?.[1] ?? null;
  const reason = `Unexpected end of \`@${type}{${key ?? ''}\`, expected the brace or quote that closes it`;
  split.broken.push({ key, start, end, reason });
  return end;
}

/** A brace between two entries has closed the one before too early, or it stands for itself. */
function breakLast(split: Split, at: number): void {
  const last = split.entries.at(-1);
  const isNear = last !== undefined && split.broken.every(({ start }) => start < last.start);
  const reason = 'Unexpected `}`, expected as many closing braces as opening ones';
  if (isNear) split.entries.pop();
  split.broken.push({ key: isNear ? last.key : null, start: isNear ? last.start : at, end: at + 1, reason });
}
