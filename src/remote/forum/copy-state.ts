import type { PostEntry } from '../../engine/model/posts.ts';
import { digestOfMeaning, linesOfMeaning, wordsOfMeaning } from './meaning.ts';
import type { RenderedPost } from './render-post.ts';

/** What is known of an essay's copy: the ledger's entry and the text that was sent. */
export type Known = { entry: PostEntry | null; sent: string | null };

/** Whether the post has changed here since it was sent. */
export const hasChangedHere = ({ entry }: Known, post: RenderedPost): boolean => entry?.sent !== post.digest;

/**
 * Whether someone has changed the copy since it was pushed.
 *
 * The digest of what the forum said then tells. Where there is none, because suggestions waited or the answer was lost,
 * the words of what was sent do.
 */
export function isEditedThere({ entry, sent }: Known, there: Writing): boolean {
  if (entry?.there !== undefined)
    return (
      entry.there !== digestOfMeaning(there.title, there.markdown) &&
      (sent === null || !isSameMeaning(parseSent(sent), there))
    );
  return sent === null || !isSamePost(parseSent(sent), there);
}

/** A post, wherever it stands. */
export type Writing = { title: string; markdown: string };

const isSameMeaning = (a: Writing, b: Writing): boolean =>
  a.title.trim() === b.title.trim() && linesOfMeaning(a.markdown).join('\n') === linesOfMeaning(b.markdown).join('\n');

/** Whether two writings say the same: by what a reader takes from them, or at least by their words. */
export const isSamePost = (a: Writing, b: Writing): boolean =>
  isSameMeaning(a, b) ||
  (a.title.trim() === b.title.trim() && wordsOfMeaning(a.markdown) === wordsOfMeaning(b.markdown));

/** A post as it is kept after a push: its title, and its Markdown. */
export const printSent = ({ title, markdown }: Writing): string => `# ${title}\n\n${markdown.trim()}\n`;

/** A post that was kept. */
export function parseSent(sent: string): Writing {
  const [first = '', ...rest] = sent.split('\n');
  return { title: first.replace(/^# /, ''), markdown: rest.join('\n').trim() };
}
