import { GraphQLError } from 'graphql';
import { findForbidden, isStaff, refuseCreation, refuseUpdate } from './permissions.ts';
import type { PostData, StoredPost } from './posts.ts';
import type { FakeForum } from './forum.ts';
import { canEditPost, canSeePost, showPost, showUser, type Viewer } from './show-post.ts';

type Selector = { selector?: { _id?: string; documentId?: string }; allowNull?: boolean };
type List<View extends string> = {
  selector?: Partial<Record<View, { userId?: string; slug?: string } & Record<string, unknown>>>;
  limit?: number;
};

const notAllowed = (): GraphQLError => new GraphQLError('app.operation_not_allowed');
const notFound = (): GraphQLError => new GraphQLError('app.document_not_found');
const idOf = ({ selector }: Selector): string => selector?._id ?? selector?.documentId ?? '';

/** Creates the resolvers of the schema's root fields. */
export function createResolvers(forum: FakeForum) {
  const { posts, sequences } = forum;
  const show = (post: StoredPost, viewer: Viewer) => showPost(post, viewer);
  return {
    currentUser: (_: unknown, { account }: Viewer) => (account === null ? null : showUser(account.id)),

    post(asked: Selector, viewer: Viewer) {
      const post = findOne(posts.all, asked);
      if (post === null) return { result: null };
      if (!canSeePost(post, viewer)) throw notAllowed();
      return { result: show(post, viewer) };
    },

    posts({ selector, limit = 20 }: List<'drafts' | 'userPosts'>, viewer: Viewer) {
      const { drafts, userPosts } = selector ?? {};
      const isListed = (post: StoredPost): boolean =>
        drafts
          ? post.draft && post.userId === drafts.userId && (drafts.includeArchived === true || !post.deletedDraft)
          : !post.draft && post.userId === userPosts?.userId;
      const listed = [...posts.all.values()].filter(isListed).toReversed().slice(0, limit);
      return { results: listed.filter((post) => canSeePost(post, viewer)).map((post) => show(post, viewer)) };
    },

    createPost({ data }: { data: PostData }, viewer: Viewer) {
      const { account } = viewer;
      if (account === null) throw notAllowed();
      if (data.draft !== true) forum.checkRateLimit(account);
      refuseCreation(findForbidden(data, { account, kind: 'create', owner: account.id }));
      return { data: show(posts.create(data, account.id), viewer) };
    },

    updatePost({ data, ...asked }: Selector & { data: PostData }, viewer: Viewer) {
      const post = posts.all.get(idOf(asked));
      if (post === undefined) throw notFound();
      const { account } = viewer;
      if (account === null) throw notAllowed();
      if (post.draft && data.draft === false) forum.checkRateLimit(account);
      if (!canEditPost(post, viewer)) throw notAllowed();
      refuseUpdate(findForbidden(data, { account, kind: 'update', owner: post.userId }));
      posts.update(post, data, account.id);
      return { data: show(post, viewer) };
    },

    sequence(asked: Selector, { account }: Viewer) {
      const sequence = findOne(sequences.all, asked);
      if (sequence === null) return { result: null };
      const isVisible = !sequence.draft || sequence.userId === account?.id || isStaff(account);
      if (sequence.isDeleted || !isVisible) throw notAllowed();
      return { result: showSequence(forum, sequence._id) };
    },

    sequences({ selector, limit = 20 }: List<'userProfileAll'>, { account }: Viewer) {
      const user = selector?.userProfileAll?.userId;
      const listed = [...sequences.all.values()].filter(({ userId, isDeleted }) => userId === user && !isDeleted);
      const visible = listed.filter(({ draft }) => !draft || user === account?.id || isStaff(account));
      return { results: visible.slice(0, limit).map(({ _id }) => showSequence(forum, _id)) };
    },

    createSequence({ data }: { data: { title: string; draft?: boolean; af?: boolean } }, { account }: Viewer) {
      if (account === null) throw notAllowed();
      if (data.af !== undefined && account.isAlignmentForumMember !== true) refuseCreation(['af']);
      return { data: showSequence(forum, sequences.create(data, account.id)._id) };
    },

    createChapter({ data }: { data: { sequenceId?: string; number?: number; postIds: string[] } }, viewer: Viewer) {
      refuseOthersSequence(forum, data.sequenceId, viewer);
      return { data: sequences.createChapter(data) };
    },

    updateChapter({ data, ...asked }: Selector & { data: { postIds?: string[] } }, viewer: Viewer) {
      const chapter = sequences.chapters.get(idOf(asked));
      if (chapter === undefined) throw notFound();
      refuseOthersSequence(forum, chapter.sequenceId ?? undefined, viewer);
      sequences.updateChapter(chapter, data);
      return { data: chapter };
    },

    tags({ selector }: List<'tagBySlug'>) {
      const found = forum.tags.find(({ slug }) => slug === selector?.tagBySlug?.slug);
      return { results: found === undefined ? [] : [found] };
    },
  };
}

function findOne<T>(all: ReadonlyMap<string, T>, asked: Selector): T | null {
  const found = all.get(idOf(asked)) ?? null;
  if (found === null && asked.allowNull !== true) throw new GraphQLError('app.missing_document');
  return found;
}

function refuseOthersSequence({ sequences }: FakeForum, id: string | undefined, { account }: Viewer): void {
  const sequence = sequences.all.get(id ?? '');
  if (sequence === undefined || account === null) throw notAllowed();
  if (sequence.userId !== account.id && !isStaff(account)) throw notAllowed();
}

const showSequence = ({ sequences }: FakeForum, id: string) => {
  const sequence = sequences.all.get(id);
  if (sequence === undefined) throw notFound();
  return { ...sequence, user: showUser(sequence.userId), chapters: () => sequences.chaptersOf(id) };
};
