import { isStaff, type Account } from './permissions.ts';
import { findRevision, type StoredPost } from './posts.ts';
import type { Revision } from './revisions.ts';

/** The account of a request, or null if the token is unknown or missing. */
export type Viewer = { account: Account | null };

export const showUser = (id: string) => ({ _id: id, slug: id, displayName: id });

/** Returns true if an account wrote a post or the post is shared with it. */
const isShared = ({ userId, fields }: StoredPost, { account }: Viewer): boolean =>
  account !== null && (account.id === userId || readIds(fields).includes(account.id));

export const canSeePost = (post: StoredPost, viewer: Viewer): boolean =>
  !post.draft || isShared(post, viewer) || isStaff(viewer.account);

export const canEditPost = (post: StoredPost, viewer: Viewer): boolean =>
  isStaff(viewer.account) || (viewer.account !== null && viewer.account.id === post.userId) || isCoauthor(post, viewer);

/** Returns a post as an account sees it over GraphQL. */
export function showPost(post: StoredPost, viewer: Viewer) {
  const showRevision = (revision: Revision | null) => {
    const canRead = isShared(post, viewer) || isStaff(viewer.account);
    if (revision === null || (revision.draft && !canRead)) return null;
    const { originalContents } = revision;
    return {
      ...revision,
      createdAt: toDate(revision.editedAt),
      editedAt: toDate(revision.editedAt),
      originalContents: canRead ? originalContents : { type: originalContents.type, data: '' },
    };
  };
  const { fields, userId } = post;
  return {
    ...fields,
    _id: post._id,
    title: post.title,
    slug: post.slug,
    userId,
    user: showUser(userId),
    draft: viewer.account === null ? null : post.draft,
    deletedDraft: post.deletedDraft,
    postedAt: toDate(post.postedAt),
    postCategory: fields.postCategory ?? 'post',
    af: fields.af ?? false,
    contents_latest: post.latest,
    version: findRevision(post, undefined)?.version ?? null,
    contents: ({ version }: { version?: string }) => showRevision(findRevision(post, version)),
    revisions: ({ limit }: { limit: number }) =>
      post.revisions
        .toSorted((a, b) => b.editedAt - a.editedAt)
        .slice(0, limit)
        .flatMap((revision) => showRevision(revision) ?? []),
  };
}

const toDate = (time: number): string => new Date(time).toISOString();

function isCoauthor({ fields }: StoredPost, { account }: Viewer): boolean {
  const { coauthorStatuses } = fields;
  return Array.isArray(coauthorStatuses) && coauthorStatuses.some(({ userId }) => userId === account?.id);
}

function readIds({ coauthorStatuses, shareWithUsers }: StoredPost['fields']): string[] {
  const coauthors = Array.isArray(coauthorStatuses) ? coauthorStatuses.map(({ userId }) => String(userId)) : [];
  return [...coauthors, ...(Array.isArray(shareWithUsers) ? shareWithUsers.map(String) : [])];
}
