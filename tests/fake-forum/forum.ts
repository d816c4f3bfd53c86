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
  /** Whether a picture's address answers at the moment; every one does, without. */
  canFetch?: CanFetch;
  /** How many posts an account may publish; drafts do not count. */
  publications?: number;
};

/** The state of a forum, and what a test can do with it behind the API's back. */
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

  /** The post of an id; an error where there is none. */
  get(id: string): StoredPost {
    const post = this.posts.all.get(id);
    if (post === undefined) throw new Error(`No post has the id ${id}. Make it first.`);
    return post;
  }

  /** The newest contents of a post, saved or published. */
  contentsOf = (id: string): Contents | null => newestOf(this.get(id))?.originalContents ?? null;

  /** The contents that readers see. */
  shownContentsOf(id: string): Contents | null {
    const { latest, revisions } = this.get(id);
    return revisions.find(({ _id }) => _id === latest)?.originalContents ?? null;
  }

  /** The author changes the text in the forum's editor, in the type that the post has. */
  editInBrowser(id: string, data: string, { isSavedOnly = false } = {}): void {
    this.posts.editInBrowser(this.get(id), { type: this.contentsOf(id)?.type ?? 'markdown', data }, isSavedOnly);
  }

  /** The author moves the post to another editor, which converts its text. */
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

  /** From now on, mirroring and first chapters wait for `finishMirroring`. */
  holdBackground(): void {
    this.background.isHeld = true;
  }

  /** Ends the held jobs, in an order of their indices if one is given, and those that run. */
  finishMirroring = (order?: readonly number[]): Promise<void> => this.background.finish(order);

  fail = (fault: Fault): void => this.faults.add(fault);

  /** Runs a change directly before the `at`-th request (from 1, counted from here) of a name is carried out. */
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
