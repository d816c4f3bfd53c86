import type { Forum, PostEntry } from '../../engine/model/posts.ts';
import type { Graphql } from './graphql.ts';
import type { Send } from './http.ts';
import { readPost } from './posts-api.ts';
import { readPublished, type Reading } from './published.ts';
import { addressOfPost, type Session } from './session.ts';

/** The ways to a forum's posts: what anyone can read, and, where there is a token, what its account can. */
export type Doors = { send: Send; graphqlOf: (forum: Forum) => Graphql | null };

/** A copy as it is on a forum; `hidden` where only a token or the draft's link would show it. */
export type CopyThere = { state: 'public' | 'draft'; reading: Reading } | { state: 'deleted' | 'hidden' };

/** Reads a copy: without a token where it is public, else with one. */
export async function readCopy(
  { world }: Session,
  { send, graphqlOf }: Doors,
  { forum, entry }: { forum: Forum; entry: PostEntry },
): Promise<CopyThere> {
  const site = world.forums[forum];
  const published = await readPublished(site, entry.id, send);
  if (published !== null) return { state: 'public', reading: published };
  const graphql = graphqlOf(forum);
  if (graphql === null) return { state: 'hidden' };
  const post = await readPost(graphql, entry.id);
  if (post === null) return { state: 'deleted' };
  return {
    state: post.isDraft ? 'draft' : 'public',
    reading: { title: post.title, markdown: post.markdown, url: addressOfPost(site, post) },
  };
}
