/** A field of an entry: `value` is written as in the file, in braces, quotes, or bare; `offset` is that of its name. */
export type Field = { name: string; value: string; offset: number; end: number };

export type ParsedFields = {
  fields: Field[];
  /** Offset of the first text that is no field; null where all is. */ stray: number | null;
};

const fieldName = /\s*(?:%.*\n\s*)*([^\s={}",#]+)\s*=\s*/y;
const bareValue = /[^\s,#{}"]+/y;

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
  const end = endOfPiece(body, from);
  if (end === null) return null;
  const more = /^\s*#\s*/.exec(body.slice(end));
  return more === null ? end : endOfValue(body, end + more[0].length);
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

/** A value without its outer braces or quotes; strings replaced by what they stand for. */
export function plainValue(value: string, strings: ReadonlyMap<string, string>): string {
  return piecesOf(value)
    .map((piece) => (/^[{"]/.test(piece) ? piece.slice(1, -1) : (strings.get(piece.toLowerCase()) ?? piece)))
    .join('');
}

function piecesOf(value: string): string[] {
  const end = endOfPiece(value, 0);
  if (end === null) return value === '' ? [] : [value];
  const more = /^\s*#\s*/.exec(value.slice(end));
  return more === null ? [value.slice(0, end)] : [value.slice(0, end), ...piecesOf(value.slice(end + more[0].length))];
}
