/** A field of an entry: `value` is written as in the file, in braces, quotes, or bare; `offset` is that of its name. */
export type Field = { name: string; value: string; offset: number; end: number };

type ParsedFields = {
  fields: Field[];
  /** Offset of the first text that is no field; null where all is. */ stray: number | null;
};

const fieldName = /\s*(?:%.*\n\s*)*([^\s={}",#]+)\s*=\s*/y;
const concatenation = /\s*#\s*/y;
const bareValue = /[^\s,#{}"]+/y;

/** How many characters a value may have once its strings are replaced: each may hold another twice, and that again. */
const longest = 1_000_000;

/** Reads `name = value, …`; `offset` is where the body starts in its file. */
export function parseFields(body: string, offset: number): ParsedFields {
  const fields: Field[] = [];
  let at = 0;
  while (hasMore(body, at)) {
    fieldName.lastIndex = at;
    const name = fieldName.exec(body);
    const end = name === null ? null : endOfValue(body, fieldName.lastIndex);
    if (name === null || end === null) return { fields, stray: offset + at + (/\S/.exec(body.slice(at))?.index ?? 0) };
    const from = at + name[0].length;
    const start = at + name[0].indexOf(name[1] ?? '');
    fields.push({
      name: (name[1] ?? '').toLowerCase(),
      value: body.slice(from, end).trim(),
      offset: offset + start,
      end: offset + end,
    });
    at = /^\s*,/.exec(body.slice(end)) ? body.indexOf(',', end) + 1 : end;
  }
  return { fields, stray: null };
}

/** True where something stands that is neither white space nor a comment. */
const hasMore = (body: string, at: number): boolean => !/^\s*(?:%.*(?:\n\s*|$))*$/.test(body.slice(at));

/** The end of `{…} # "…" # name`; null where no value begins or its end is missing. */
function endOfValue(body: string, from: number): number | null {
  const pieces = piecesFrom(body, from);
  return pieces === null ? null : (pieces.at(-1)?.end ?? null);
}

/** The pieces of `{…} # "…" # name`; null where no value begins or the end of one is missing. */
function piecesFrom(text: string, from: number): { start: number; end: number }[] | null {
  const pieces: { start: number; end: number }[] = [];
  for (let start = from; ;) {
    const end = endOfPiece(text, start);
    if (end === null) return null;
    pieces.push({ start, end });
    concatenation.lastIndex = end;
    if (!concatenation.test(text)) return pieces;
    start = concatenation.lastIndex;
  }
}

function endOfPiece(body: string, from: number): number | null {
  const first = body[from];
  if (first === '{') return endOfBraces(body, from);
  if (first === '"') return endOfQuotes(body, from);
  bareValue.lastIndex = from;
  return bareValue.test(body) ? bareValue.lastIndex : null;
}

function endOfBraces(body: string, from: number): number | null {
  let depth = 0;
  for (let at = from; at < body.length; at += 1) {
    if (body[at] === '\\') at += 1;
    else if (body[at] === '{') depth += 1;
    else if (body[at] === '}') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return null;
}

function endOfQuotes(body: string, from: number): number | null {
  let depth = 0;
  for (let at = from + 1; at < body.length; at += 1) {
    if (body[at] === '\\') at += 1;
    else if (body[at] === '{') depth += 1;
    else if (body[at] === '}') depth -= 1;
    else if (body[at] === '"' && depth === 0) return at + 1;
  }
  return null;
}

/** Names of `@string` that a value uses: its pieces that are neither in braces nor in quotes nor numbers. */
export function stringsIn(value: string): string[] {
  return piecesOf(value)
    .filter((piece) => !/^[{"\d]/.test(piece))
    .map((piece) => piece.toLowerCase());
}

/** A value without its outer braces or quotes; strings replaced by what they stand for. Empty where it is `tooLong`. */
export function plainValue(value: string, strings: ReadonlyMap<string, string>): string {
  const pieces = plainPieces(value, strings);
  return isTooLong(pieces) ? '' : pieces.join('');
}

/** Whether a value with its strings replaced is longer than a program can hold. */
export const tooLong = ({ value }: Field, strings: ReadonlyMap<string, string>): boolean =>
  isTooLong(plainPieces(value, strings));

const plainPieces = (value: string, strings: ReadonlyMap<string, string>): string[] =>
  piecesOf(value).map((piece) =>
    /^[{"]/.test(piece) ? piece.slice(1, -1) : (strings.get(piece.toLowerCase()) ?? piece),
  );

const isTooLong = (pieces: readonly string[]): boolean =>
  pieces.reduce((sum, piece) => sum + piece.length, 0) > longest;

/** Offset of the first brace of a text that is nested deeper than `deepest`; null where none is. */
export function findDeepBrace(text: string, deepest: number): number | null {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (char === '\\') at += 1;
    else if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth > deepest) return at;
  }
  return null;
}

function piecesOf(value: string): string[] {
  const pieces = piecesFrom(value, 0) ?? (value === '' ? [] : [{ start: 0, end: value.length }]);
  return pieces.map(({ start, end }) => value.slice(start, end));
}
