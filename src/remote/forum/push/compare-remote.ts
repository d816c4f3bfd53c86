import { sha256 } from '../../../engine/content-hash.ts';
import type { PostEntry } from '../../../engine/model/posts.ts';
import type { RemotePost } from '../api/posts.ts';

/**
 * The state of a post on the forum, compared with what was sent.
 *
 * `as sent`: its title and text are those of the last push. `earlier`: its shown or newest text is that of an earlier
 * push, which the forum restored when it mirrored the pictures. `edited`: someone changed it on the forum. `other
 * editor`: its author moved it to another editor, so its text is no longer Markdown. `in the bin`: its author deleted
 * it. `hidden`: this account cannot see its text.
 */
export type RemoteState = 'as sent' | 'earlier' | 'edited' | 'other editor' | 'in the bin' | 'hidden';

/** Compares a post with its ledger entry. Texts are compared, never version numbers. */
export function compareRemote({ title, sent }: Pick<PostEntry, 'title' | 'sent'>, remote: RemotePost): RemoteState {
  if (remote.isInBin) return 'in the bin';
  if (remote.type !== 'markdown') return 'other editor';
  if (remote.text === '') return 'hidden';
  if (!isSameTitle(remote.title, title)) return 'edited';
  const found = [remote.text, remote.shownText].map((text) => sent.indexOf(sha256(text)));
  if (found.includes(-1)) return 'edited';
  return found.every((index) => index === sent.length - 1) ? 'as sent' : 'earlier';
}

/** Returns true if the newest version of a post has exactly this title and text. */
export const isSamePost = (remote: RemotePost, { title, text }: { title: string; text: string }): boolean =>
  remote.type === 'markdown' && remote.text === text && isSameTitle(remote.title, title);

const isSameTitle = (a: string, b: string): boolean => a.trim() === b.trim();
