import { GraphQLError } from 'graphql';
import { Background } from './background.ts';
import { createClock } from './clock.ts';
import { Faults, type Fault, type LoggedRequest } from './faults.ts';
import type { Account } from './permissions.ts';
import { PictureStore, type CanFetch } from './pictures.ts';
import { newestOf, Posts, type StoredPost } from './posts.ts';
import type { Contents } from './revisions.ts';
import { Sequences } from './sequences.ts';

export type Tag = { _id: string; name: string; slug: string };

export type FakeForumOptions = {
  accounts: readonly Account[];
  tags?: readonly Tag[];
  /** Returns whether a picture's URL responds at the moment. By default, all do. */
  canFetch?: CanFetch;
  /** The maximum number of posts that an account may publish. Drafts do not count. */
  publications?: number;
};

/** The state of a forum, and changes that a test can make without the API. */
export class FakeForum {
  readonly accounts: readonly Account[];
  readonly tags: readonly Tag[];
  readonly background = new Background();
  readonly faults = new Faults();
  readonly pictures: PictureStore;
  readonly posts: Posts;
  readonly sequences: Sequences;
  /** All requests, in order. */
  log: LoggedRequest[] = [];
  private hooks: { name: string; at: number; seen: number; change: () => void | Promise<void> }[] = [];
  private publications: Map<string, number>;

  constructor({ accounts, tags = [], canFetch = () => true, publications = Infinity }: FakeForumOptions) {
    this.accounts = accounts;
    this.tags = tags;
    this.publications = new Map(accounts.map(({ id }) => [id, publications]));
    const clock = createClock(Date.parse('2026-11-24T12:00:00Z'));
    const runLater = this.background.run;
    this.pictures = new PictureStore(canFetch);
    this.posts = new Posts({ clock, pictures: this.pictures, runLater });
    this.sequences = new Sequences({ clock, runLater });
  }

  /** Returns the post with an id. Throws if there is none. */
  get(id: string): StoredPost {
    const post = this.posts.all.get(id);
    if (post === undefined) throw new Error(`No post has the id ${id}. Make it first.`);
    return post;
  }

  /** Returns the newest contents of a post, saved or published. */
  contentsOf = (id: string): Contents | null => newestOf(this.get(id))?.originalContents ?? null;

  /** Returns the contents that readers see. */
  shownContentsOf(id: string): Contents | null {
    const { latest, revisions } = this.get(id);
    return revisions.find(({ _id }) => _id === latest)?.originalContents ?? null;
  }

  /** Edits the text as the author would in the forum's editor, in the post's type. */
  editInBrowser(id: string, data: string, { isSavedOnly = false } = {}): void {
    this.posts.editInBrowser(this.get(id), { type: this.contentsOf(id)?.type ?? 'markdown', data }, isSavedOnly);
  }

  /** Moves the post to another editor, which converts its text. */
  switchEditor(id: string, type: 'markdown' | 'lexical' | 'ckEditorMarkup' | 'html'): void {
    const post = this.get(id);
    const html = newestOf(post)?.html ?? '';
    this.posts.editInBrowser(post, { type, data: html });
  }

  retitle(id: string, title: string): void {
    this.get(id).title = title;
  }

  publish(id: string): void {
    const post = this.get(id);
    const originalContents = this.contentsOf(id) ?? { type: 'markdown', data: '' };
    this.posts.update(post, { draft: false, contents: { originalContents } }, post.userId);
  }

  moveToBin(id: string): void {
    Object.assign(this.get(id), { deletedDraft: true, draft: true });
  }

  deletePost(id: string): void {
    this.posts.all.delete(id);
  }

  deleteSequence(id: string): void {
    this.sequences.all.delete(id);
  }

  /** Makes mirroring and first chapters wait for `finishMirroring`. */
  holdBackground(): void {
    this.background.isHeld = true;
  }

  /** Runs the held jobs, in an order of their indices if one is given, and waits for running jobs. */
  finishMirroring = (order?: readonly number[]): Promise<void> => this.background.finish(order);

  fail = (fault: Fault): void => this.faults.add(fault);

  /** Runs a change directly before the `at`-th request (counted from 1) with a name is carried out. */
  before(name: string, change: () => void | Promise<void>, at = 1): void {
    this.hooks.push({ name, at, seen: 0, change });
  }

  async runHooks({ name }: LoggedRequest): Promise<void> {
    for (const hook of this.hooks.filter((each) => each.name === name)) {
      hook.seen += 1;
      if (hook.seen === hook.at) await hook.change();
    }
  }

  checkRateLimit({ id }: Account): void {
    const left = this.publications.get(id) ?? 0;
    if (left <= 0) throw new GraphQLError('Rate limit: You cannot post for 2 hours, until 2026-11-24T14:00:00Z');
    this.publications.set(id, left - 1);
  }
}
