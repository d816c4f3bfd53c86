import type { Clock } from './clock.ts';
import type { PictureStore } from './pictures.ts';
import { slugify } from './slugify.ts';
import {
  isDraftVersion,
  nextVersion,
  renderContents,
  toUpdateType,
  type Contents,
  type Revision,
  type UpdateType,
} from './revisions.ts';

export type Fields = Record<string, unknown>;

/**
 * A post as the forum stores it. `latest` is the revision that readers see. `fields` contains all other fields that
 * were set.
 */
export type StoredPost = {
  _id: string;
  userId: string;
  title: string;
  slug: string;
  draft: boolean;
  deletedDraft: boolean;
  postedAt: number;
  revisions: Revision[];
  latest: string | null;
  fields: Fields;
};

/** The data of a post in a mutation. */
export type PostData = Fields & {
  title?: string;
  draft?: boolean;
  contents?: { originalContents: Contents; updateType?: string; commitMessage?: string };
};

type Context = { clock: Clock; pictures: PictureStore; runLater: (job: () => Promise<void>) => void };

/** The posts of a forum, and the changes of their texts. */
export class Posts {
  all = new Map<string, StoredPost>();
  private context: Context;

  constructor(context: Context) {
    this.context = context;
  }

  create(data: PostData, userId: string): StoredPost {
    const { title = '', draft = false, contents, ...fields } = data;
    const { clock } = this.context;
    const post: StoredPost = {
      _id: clock.nextId('post'),
      userId,
      title,
      slug: this.unusedSlug(slugify(title)),
      draft,
      deletedDraft: false,
      postedAt: clock.now(),
      revisions: [],
      latest: null,
      fields,
    };
    if (contents) {
      const version = draft ? '0.1.0' : '1.0.0';
      this.addRevision(post, { ...contents, userId, version, updateType: 'initial', isShown: true });
    }
    this.all.set(post._id, post);
    if (contents) this.mirrorPictures(post);
    return post;
  }

  update(post: StoredPost, data: PostData, userId: string): void {
    const { title, draft, deletedDraft, contents, ...fields } = data;
    const isPublishing = post.draft && draft === false;
    post.title = title ?? post.title;
    post.draft = draft ?? post.draft;
    if (typeof deletedDraft === 'boolean') post.deletedDraft = deletedDraft;
    Object.assign(post.fields, fields);
    if (!contents) return;
    const shown = post.revisions.find(({ _id }) => _id === post.latest);
    const isFirstPublication = isPublishing && isDraftVersion(shown?.version ?? '0.0.0');
    const asked = toUpdateType(contents.updateType) ?? (shown ? 'minor' : 'initial');
    const updateType = isFirstPublication ? 'major' : asked;
    const version = nextVersion(newestOf(post)?.version ?? '1.0.0', updateType, post.draft);
    this.addRevision(post, { ...contents, userId, version, updateType, isShown: true });
    this.mirrorPictures(post);
  }

  /** Adds a revision that the author wrote in the web editor: published at once, or only saved. */
  editInBrowser(post: StoredPost, contents: Contents, isSavedOnly = false): void {
    const updateType = isSavedOnly ? 'patch' : 'minor';
    const version = nextVersion(newestOf(post)?.version ?? '1.0.0', updateType, post.draft);
    const edit = { originalContents: contents, userId: post.userId, version, updateType } as const;
    this.addRevision(post, { ...edit, isShown: !isSavedOnly, isDraft: isSavedOnly ? true : undefined });
  }

  private addRevision(post: StoredPost, { isShown, isDraft, ...given }: NewRevision): void {
    const { clock } = this.context;
    const { originalContents, version, updateType, userId } = given;
    const html = renderContents(originalContents);
    const commitMessage = given.commitMessage ?? null;
    const draft = isDraft ?? isDraftVersion(version);
    const stamp = { _id: clock.nextId('revision'), editedAt: clock.now() };
    const { type, data } = originalContents;
    post.revisions.push({
      ...stamp,
      version,
      updateType,
      userId,
      commitMessage,
      draft,
      html,
      originalContents: { type, data },
    });
    if (isShown) post.latest = stamp._id;
  }

  /**
   * Starts the forum's background job. It takes the newest text and the time at its start, and adds a revision at its
   * end.
   */
  private mirrorPictures(post: StoredPost): void {
    const { clock, pictures, runLater } = this.context;
    const start = newestOf(post);
    if (start === null) return;
    const editedAt = clock.now();
    const version = nextVersion(start.version, 'patch', false);
    runLater(async () => {
      const { html, count } = await pictures.mirror(start.html);
      if (count === 0 || !this.all.has(post._id)) return;
      const stamp = { _id: clock.nextId('revision'), editedAt, version, html };
      const message = { updateType: 'patch', commitMessage: 'Move images to CDN' } as const;
      post.revisions.push({ ...start, ...message, ...stamp });
      post.latest = stamp._id;
    });
  }

  private unusedSlug(slug: string): string {
    const used = new Set([...this.all.values()].map((post) => post.slug));
    for (let index = 0; ; index += 1) {
      const candidate = index === 0 ? slug : `${slug}-${index}`;
      if (!used.has(candidate)) return candidate;
    }
  }
}

type NewRevision = {
  originalContents: Contents;
  version: string;
  updateType: UpdateType;
  userId: string;
  commitMessage?: string;
  isShown: boolean;
  isDraft?: boolean | undefined;
};

/** Returns the newest revision by time, saved or published. */
export const newestOf = ({ revisions }: StoredPost): Revision | null =>
  revisions.toSorted((a, b) => b.editedAt - a.editedAt)[0] ?? null;

/** Returns the revision for `contents(version)`: the newest for "draft", the one that readers see without a version. */
export function findRevision(post: StoredPost, version: string | undefined): Revision | null {
  if (version === 'draft') return newestOf(post);
  const isWanted =
    version === undefined ? ({ _id }: Revision) => _id === post.latest : (r: Revision) => r.version === version;
  return post.revisions.find(isWanted) ?? null;
}
