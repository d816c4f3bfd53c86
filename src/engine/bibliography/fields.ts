/**
 * A field of an entry. `value` is as written in the file: in braces, in quotes, or bare. `offset` is where its name
 * starts.
 */
export type Field = { name: string; value: string; offset: number; end: number };

type ParsedFields = {
  fields: Field[];
  /** Offset of the first text that is not a field, or null. */ stray: number | null;
};

const fieldName = /\s*(?:%.*\n\s*)*([^\s={}",#]+)\s*=\s*/y;
const concatenation = /\s*#\s*/y;
const bareValue = /[^\s,#{}"]+/y;

/**
 * Maximum length of a value with its strings replaced: each string may contain another twice, so length can grow
 * exponentially.
 */
const longest = 1_000_000;

/** Parses `name = value, …`. `offset` is where the body starts in its file. */
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

/** Returns true if the rest of the body contains anything except white space and comments. */
const hasMore = (body: string, at: number): boolean => !/^\s*(?:%.*(?:\n\s*|$))*$/.test(body.slice(at));

/** Returns the end of `{…} # "…" # name`, or null if no value begins there or its end is missing. */
function endOfValue(body: string, from: number): number | null {
  const pieces = piecesFrom(body, from);
  return pieces === null ? null : (pieces.at(-1)?.end ?? null);
}

/** Returns the pieces of `{…} # "…" # name`, or null if no value begins there or the end of a piece is missing. */
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

/** Returns the names of the `@string`s that a value uses: its pieces that are not numbers, in braces or in quotes. */
export function stringsIn(value: string): string[] {
  return piecesOf(value)
    .filter((piece) => !/^[{"\d]/.test(piece))
    .map((piece) => piece.toLowerCase());
}

/**
 * Returns a value without its outer braces or quotes and with its strings replaced, or an empty text if it is
 * `tooLong`.
 */
export function plainValue(value: string, strings: ReadonlyMap<string, string>): string {
  const pieces = plainPieces(value, strings);
  return isTooLong(pieces) ? '' : pieces.join('');
}

/** Returns true if a value with its strings replaced is longer than `longest`. */
export const tooLong = ({ value }: Field, strings: ReadonlyMap<string, string>): boolean =>
  isTooLong(plainPieces(value, strings));

const plainPieces = (value: string, strings: ReadonlyMap<string, string>): string[] =>
  piecesOf(value).map((piece) =>
    /^[{"]/.test(piece) ? piece.slice(1, -1) : (strings.get(piece.toLowerCase()) ?? piece),
  );

const isTooLong = (pieces: readonly string[]): boolean =>
  pieces.reduce((sum, piece) => sum + piece.length, 0) > longest;

/** Returns the offset of the first brace that is nested deeper than `deepest`, or null. */
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

/** Returns the plain value of the field with a name, or undefined if there is none. */
export type ValueOf = (name: string) => string | undefined;

export const createValueOf =
  (fields: readonly Field[], strings: ReadonlyMap<string, string>): ValueOf =>
  (name) => {
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined ? undefined : plainValue(field.value, strings).trim();
  };
