import type { Check, Problem } from '../model/rule.ts';
import type { RawEntry } from '../model/raw-entry.ts';

export const runTogetherAuthors: Check = {
  id: 'run-together-authors',
  level: 'warning',
  description:
    'Several authors are written as one name: they are separated by commas, semicolons or `&`, contain “et al.”, or are not separated. They would be cited as one person. This is a hint if the name may be a double family name.',
  remedy:
    'Write `and` between names and `and others` at the end of a shortened list: `author = {Doe, Jane and Roe, Richard and others}`. Put organisations in double braces.',
  check: ({ entries }) =>
    [...entries.values()].flatMap((entry) => ['author', 'editor'].flatMap((field) => checkField(entry, field))),
};

function checkField({ key, file, valueOf, positionOf }: RawEntry, field: string): Problem[] {
  const names = splitAtAnd(valueOf(field) ?? '');
  return names.flatMap((name) => {
    const level = levelOfName(name, names.length);
    if (level === null) return [];
    const reason = `Invalid ${field} \`${name}\` of \`${key}\`: expected one name, or \`and\` between names`;
    return [{ file, position: positionOf(field), level, reason }];
  });
}

/** Splits names at `and`, except in braces. */
function splitAtAnd(text: string): string[] {
  let depth = 0;
  const outside = text.replace(/[{}]|\s+and\s+/gi, (match) => {
    if (match === '{') depth += 1;
    else if (match === '}') depth -= 1;
    else if (depth === 0) return '\u{E000}';
    return match;
  });
  return outside
    .split('\u{E000}')
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

function levelOfName(name: string, among: number): 'warning' | 'hint' | null {
  if (/\bet\s+al\b|;/i.test(name.replace(/\\&/g, ''))) return 'warning';
  if (name.startsWith('{')) return name.split(',').length > 3 ? 'hint' : null;
  const parts = name
    .replace(/\{[^{}]*\}/g, 'x')
    .split(',')
    .map((part) => part.trim());
  if (/\s&\s|\s\\&\s/.test(name) || parts.length > 3) return 'warning';
  if (parts.length === 3) return parts.some((part) => /^(?:[js]r\.?|[ivx]+\.?|\d\w*)$/i.test(part)) ? null : 'warning';
  if (parts.length === 1) return capitalised(name) >= 5 ? 'warning' : null;
  return among === 1 && parts.every((part) => capitalised(part) >= 2 && !/\b\p{Lu}\./u.test(part)) ? 'hint' : null;
}

const capitalised = (text: string): number => text.split(/\s+/).filter((word) => /^\p{Lu}/u.test(word)).length;
