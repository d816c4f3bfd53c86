import { lengthOfLocator } from './locators.ts';
import { bareCharacters } from './scan.ts';

/** The type of a part of a citation. The parts of a citation are contiguous and cover it completely. */
export type PartType = 'marker' | 'prefix' | 'key' | 'locator' | 'suffix' | 'separator';
export type Part = { type: PartType; length: number };

/** Pandoc's keys: letters, digits or `_`, with single punctuation between; or anything in braces. */
const bareKey = String.raw`[\p{L}\p{N}_]+(?:[:.#$%&\-+?<>~/][\p{L}\p{N}_]+)*`;
const bracedKey = String.raw`\{[^{}\s]+\}`;
const keyAtStart = new RegExp(`^-?@(?:${bracedKey}|${bareKey})`, 'u');

/** Returns the length of `@key` or `-@key` at the start of `text`; 0 if there is none. */
export const lengthOfKey = (text: string): number => keyAtStart.exec(text)?.[0].length ?? 0;

/** Formats a key for a text: `@key`, with braces if needed. */
export const formatKey = (key: string): string =>
  lengthOfKey(`@${key}`) === key.length + 1 && !key.startsWith('{') ? `@${key}` : `@{${key}}`;

const keyAnywhere = new RegExp(`@(${bracedKey}|${bareKey})`, 'gu');

/**
 * Returns every key that a text may cite, each once. May include others, because code and addresses can contain an `@`
 * too.
 */
export const keysIn = (text: string): string[] => [
  ...new Set([...text.matchAll(keyAnywhere)].map(([, key = '']) => key.replace(/^\{|\}$/g, ''))),
];

/** Parses `[see @a, p. 3; @b]`, brackets included; null if it is not a citation. */
export function parseGroup(text: string): Part[] | null {
  const items = splitItems(text.slice(1, -1)).map((item) => parseItem(item));
  if (items.some((item) => item === null)) return null;
  return [marker, ...joinItems(items.flatMap((item) => (item === null ? [] : [item]))), marker];
}

/** Parses the brackets after a narrative citation: `[p. 3; see also @b]`; null if they do not belong to it. */
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

/** Splits at semicolons, except in code, math, brackets, braces or a link's address. */
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
    return containsKey(rest) ? null : [...prefix, { type: 'key', length }, ...parseAfterKey(rest)];
  }
  return null;
}

/** Reports whether the rest of an item contains a second key, which means a missing semicolon. */
function containsKey(text: string): boolean {
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
