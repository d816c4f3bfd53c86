import { createHash } from 'node:crypto';
import { createTwoFilesPatch } from 'diff';
import { convertMarkdown } from '../../forum-model/index.ts';
import { showStyles, withoutStyles, type Block } from '../../forum-model/meaning/blocks.ts';
import { parseMeaning } from '../../forum-model/meaning/parse-meaning.ts';
import { renderMarkdown } from '../../forum-model/markdown/index.ts';
import { sanitize } from '../../forum-model/sanitize.ts';

/** What a reader takes from Markdown, whoever wrote it: two texts are the same post where these lines are the same. */
export const linesOfMeaning = (markdown: string): string[] => blocksOf(markdown).map(lineOf);

/** Without a dollar or a backslash there is no math to search for, which is what a conversion costs. */
const blocksOf = (markdown: string): Block[] =>
  parseMeaning(/[$\\]/.test(markdown) ? convertMarkdown(markdown) : sanitize(renderMarkdown(markdown)));

/** The words of a text without marks and punctuation: what two ways of writing the same post have in common. */
export function wordsOfMeaning(markdown: string): string {
  const text = blocksOf(markdown).map(({ text: words }) =>
    withoutStyles(words).replace(
      /‹(?:footnote|link|image|code|line|sub|sup|struck|formula|display formula)\b|›|→ \S+/g,
      ' ',
    ),
  );
  return (
    text
      .join(' ')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  ).join(' ');
}

function lineOf({ kind, within, text }: Block): string {
  const place = within.length === 0 ? '' : `[${within.join(', ')}] `;
  const depth = /^heading (\d)$/.exec(kind)?.[1];
  if (depth !== undefined) return `${place}${'#'.repeat(Number(depth))} ${text}`;
  return kind === 'paragraph' ? `${place}${text}` : `${place}${kind}: ${text}`;
}

/** SHA-256 in hexadecimal digits. */
export const digestOf = (...parts: readonly string[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** A digest that changes with what a reader takes from a post, and not with how it is written. */
export const digestOfMeaning = (title: string, markdown: string): string =>
  digestOf(title, ...linesOfMeaning(markdown));

/** How one post differs from another for a reader, as a diff of its paragraphs; empty where it does not. */
export function diffPosts(before: Version, after: Version): string {
  const [a, b] = [before, after].map(
    ({ title, markdown }) => `${[`# ${title}`, ...linesOfMeaning(markdown).map(showStyles)].join('\n')}\n`,
  );
  if (a === undefined || b === undefined || a === b) return '';
  const patch = createTwoFilesPatch(before.name, after.name, a, b, undefined, undefined, { context: 1 });
  return patch.replace(/^=+\n/, '').replace(/^\\ No newline.*\n/gm, '');
}

/** A version of a post; `name` says where it is. */
export type Version = { name: string; title: string; markdown: string };
