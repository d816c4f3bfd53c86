import { sha256 } from '../../../engine/content-hash.ts';
import type { PostEntry } from '../../../engine/model/posts.ts';
import type { RemotePost } from '../api/posts.ts';

/**
 * What the forum has of a post, compared with what was sent.
 *
 * `as sent`: its title and text are those of the last push. `earlier`: the text it is shown with, or its newest, is that of
 * an earlier push, which the forum's mirroring of pictures has put back. `edited`: someone changed it there. `other editor`: its author moved it to
 * another editor, so its text is no longer Markdown. `in the bin`: its author deleted it. `hidden`: this account does not
 * see its text.
 */
export type RemoteState = 'as sent' | 'earlier' | 'edited' | 'other editor' | 'in the bin' | 'hidden';

/** Compares a post with the ledger's entry of it. Texts are compared, never version numbers. */
export function compareRemote({ title, sent }: Pick<PostEntry, 'title' | 'sent'>, remote: RemotePost): RemoteState {
  if (remote.isInBin) return 'in the bin';
  if (remote.type !== 'markdown') return 'other editor';
  if (remote.text === '') return 'hidden';
  if (!isSameTitle(remote.title, title)) return 'edited';
  const found = [remote.text, remote.shownText].map((text) => sent.indexOf(sha256(text)));
  if (found.includes(-1)) return 'edited';
  return found.every((index) => index === sent.length - 1) ? 'as sent' : 'earlier';
}

/** Whether the newest version of a post has exactly this title and text. */
export const isSamePost = (remote: RemotePost, { title, text }: { title: string; text: string }): boolean =>
  remote.type === 'markdown' && remote.text === text && isSameTitle(remote.title, title);

const isSameTitle = (a: string, b: string): boolean => a.trim() === b.trim();
