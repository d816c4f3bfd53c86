import { lengthOfLocator } from './locators.ts';
import { bareCharacters } from './scan.ts';

/** What a stretch of a citation is; the stretches of a citation lie end to end and leave nothing out. */
export type PartType = 'marker' | 'prefix' | 'key' | 'locator' | 'suffix' | 'separator';
export type Part = { type: PartType; length: number };

/** Pandoc's keys: a letter, digit or `_`, then more of them with single punctuation between; or anything in braces. */
const bareKey = String.raw`[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*`;
const bracedKey = String.raw`\{[^{}\s]+\}`;
const keyAtStart = new RegExp(`^-?@(?:${bracedKey}|${bareKey})`, 'u');

/** Length of `@key` or `-@key` at the start of `text`; 0 where there is none. */
export const lengthOfKey = (text: string): number => keyAtStart.exec(text)?.[0].length ?? 0;

/** A key as a text cites it: `@key`, in braces where it needs them. */
export const formatKey = (key: string): string =>
  lengthOfKey(`@${key}`) === key.length + 1 && !key.startsWith('{') ? `@${key}` : `@{${key}}`;

const keyAnywhere = new RegExp(`@(${bracedKey}|${bareKey})`, 'gu');

/** Every key that a text may cite, each once; more of them than it does, for code and addresses may hold an `@` too. */
export const keysIn = (text: string): string[] => [
  ...new Set([...text.matchAll(keyAnywhere)].map(([, key = '']) => key.replace(/^\{|\}$/g, ''))),
];

/** The parts of `[see @a, p. 3; @b]`, brackets included; null where it is no citation. */
export function parseGroup(text: string): Part[] | null {
  const items = splitItems(text.slice(1, -1)).map((item) => parseItem(item));
  if (items.some((item) => item === null)) return null;
  return [marker, ...joinItems(items.flatMap((item) => (item === null ? [] : [item]))), marker];
}

/** The parts of the brackets after a narrative citation: `[p. 3; see also @b]`; null where they are none of its. */
export function parseTail(text: string): Part[] | null {
  const [first = '', ...others] = splitItems(text.slice(1, -1));
  if (first.trim() === '' || parseItem(first) !== null || first.startsWith('^')) return null;
  const items = others.map((item) => parseItem(item));
  if (items.some((item) => item === null)) return null;
  const known = items.flatMap((item) => (item === null ? [] : [item]));
  return [marker, ...joinItems([parseAfterKey(first), ...known]), marker];
}

const marker: Part = { type: 'marker', length: 1 };

const joinItems = (items: readonly Part[][]): Part[] =>
  items.flatMap((item, index) => (index === 0 ? item : [{ type: 'separator' as const, length: 1 }, ...item]));

/** Parts between semicolons, but not those in code, math, brackets, braces or a link's address. */
function splitItems(text: string): string[] {
  const items: string[] = [];
  let start = 0;
  for (const { index, char } of bareCharacters(text)) {
    if (char !== ';') continue;
    items.push(text.slice(start, index));
    start = index + 1;
  }
  return [...items, text.slice(start)];
}

function parseItem(text: string): Part[] | null {
  for (const { index, char } of bareCharacters(text)) {
    if (char !== '@' && !(char === '-' && text[index + 1] === '@')) continue;
    if (index > 0 && /[\p{L}\p{N}_/\\-]/u.test(text[index - 1] ?? '')) continue;
    const length = lengthOfKey(text.slice(index));
    if (length === 0) continue;
    const prefix: Part[] = index === 0 ? [] : [{ type: 'prefix', length: index }];
    const rest = text.slice(index + length);
    return holdsKey(rest) ? null : [...prefix, { type: 'key', length }, ...parseAfterKey(rest)];
  }
  return null;
}

/** A second key in one part is a semicolon forgotten. */
function holdsKey(text: string): boolean {
  return [...bareCharacters(text)].some(
    ({ index, char }) =>
      char === '@' && !/[\p{L}\p{N}_/\\]/u.test(text[index - 1] ?? ' ') && lengthOfKey(text.slice(index)) > 0,
  );
}

function parseAfterKey(text: string): Part[] {
  const locator = lengthOfLocator(text);
  const suffix = text.length - locator;
  return [
    ...(locator === 0 ? [] : [{ type: 'locator' as const, length: locator }]),
    ...(suffix === 0 ? [] : [{ type: 'suffix' as const, length: suffix }]),
  ];
}
