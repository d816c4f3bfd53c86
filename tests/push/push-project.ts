import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parsePostsCommand } from '../../scripts/posts/options.ts';
import { writeFilesAtomic } from '../../src/build/write-files-atomic.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { levelOf } from '../../src/engine/model/message.ts';
import type { Review } from '../../src/engine/model/review.ts';
import { createParseCache } from '../../src/engine/parse-review.ts';
import { readCheckedReview } from '../../src/engine/read-review.ts';
import type { ForumEnvironment } from '../../src/remote/forum/environment.ts';
import { readLedger } from '../../src/remote/forum/ledger/ledger.ts';
import { essayOf, renderPost } from '../../src/remote/forum/push/render-post.ts';
import { runForumCommand } from '../../src/remote/forum/run-command.ts';
import { createFakeForum } from '../fake-forum/server.ts';
import { fixtures } from '../fixture-review.ts';

/** Shared, so that the same bibliography is parsed only once. */
const cache = createParseCache();

type Forum = Awaited<ReturnType<typeof createFakeForum>>;

const site = 'https://site.test/review/';
/** The essay's picture as in posts. */
const images = new Map([['content/essays/essay/law.svg', '/essays/essay/law.0123456789ab.png']]);
export const token = 'secret-token-1';

/** A project, the fake forum and a user at a terminal, with a fake clock. */
export class PushProject {
  readonly root = mkdtempSync(join(tmpdir(), 'alignment-review-push-'));
  readonly forum: Forum;
  printed: string[] = [];
  asked: string[] = [];
  answers: (boolean | null)[] = [];
  token: string | null = token;
  slept: number[] = [];
  /** URLs of the site that respond with 404. */
  missing = new Set<string>();
  private time = Date.parse('2026-02-01T12:00:00Z');
  private deadlines: AbortController[] = [];

  static async create(): Promise<PushProject> {
    const forum = await createFakeForum({
      accounts: [
        { id: 'ada1', token },
        { id: 'member1', token: 'secret-token-2', isAlignmentForumMember: true, karma: 1000 },
      ],
      tags: [{ _id: 'tag1', name: 'Scaling Laws', slug: 'scaling-laws' }],
    });
    return new PushProject(forum);
  }

  private constructor(forum: Forum) {
    this.forum = forum;
    cpSync(join(fixtures, 'push'), this.root, { recursive: true });
    this.change('content/review.yaml', (text) => text.replace('http://127.0.0.1:1/review/', site));
  }

  async close(): Promise<void> {
    await this.forum.close();
    rmSync(this.root, { recursive: true });
  }

  /** Runs `npm run posts -- …`. An error's message is printed, as by the command, and returned. */
  async run(...args: string[]): Promise<string | null> {
    try {
      const parsed = parsePostsCommand(args);
      if (parsed.kind !== 'command' || parsed.command.kind === 'write') throw new Error('Not a command for the forum.');
      await runForumCommand(this.environment, this.review, parsed.command);
      return null;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.printed.push(error.message);
      return error.message;
    }
  }

  /** Runs a command and returns its output. */
  async read(...args: string[]): Promise<string> {
    this.printed = [];
    await this.run(...args);
    return this.output;
  }

  push = (...args: string[]) => this.run('--push', 'essay', '--yes', ...args);

  pushAll = (...args: string[]) =>
    this.run('--push', 'all', '--sequence', '--acknowledge-llm-policy', '--yes', ...args);

  get review(): Review {
    const { review, messages } = readCheckedReview(this.root, cache, { least: 'error', today: null });
    if (review === null) throw new Error(formatMessages(messages.filter((message) => levelOf(message) === 'error')));
    return review;
  }

  /** Returns the Markdown that would be sent for an essay now. */
  markdownOf(slug = 'essay'): string {
    const { review } = this;
    return renderPost(review, essayOf(review, slug), { ledger: this.ledger, images }).text;
  }

  /** Returns the only post of the forum: as stored, and as shown to readers. */
  onlyPost() {
    const [post, ...others] = this.forum.posts.all.values();
    if (post === undefined || others.length > 0) throw new Error(`There are ${others.length + 1} posts, not one.`);
    const { _id: id, title, draft, slug, fields } = post;
    const { type, data: text } = this.forum.contentsOf(id) ?? { type: '', data: '' };
    const shown = this.forum.shownContentsOf(id)?.data;
    return { id, title, draft, fields, type, text, shown, url: `${this.forum.url}posts/${id}/${slug}` };
  }

  /** The names of the sent mutations, in order. */
  writes = (): string[] => this.forum.log.filter(({ kind }) => kind === 'mutation').map(({ name }) => name);

  /** The ids of the posts in the chapters of the account's sequences. */
  chapters = (): (readonly string[])[][] =>
    [...this.forum.sequences.all.keys()].map((id) => this.forum.sequences.chaptersOf(id).map(({ postIds }) => postIds));

  get output(): string {
    return this.printed.join('\n');
  }

  get ledger() {
    return readLedger(this.root);
  }

  change(path: string, edit: (text: string) => string): void {
    const file = join(this.root, path);
    const before = readFileSync(file, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`Nothing changed in ${path}. Look at what the test replaces.`);
    writeFileSync(file, after);
  }

  changeEssay = (from: string, to: string, slug = 'essay'): void =>
    this.change(`content/essays/${slug}/index.mdx`, (text) => text.replace(from, to));

  /** The contents of every file of the project as one text. */
  get everythingWritten(): string {
    const entries = readdirSync(this.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return entries.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
  }

  /** Expires all deadlines. */
  expire = (): void => {
    for (const controller of this.deadlines) controller.abort(new DOMException('The deadline passed.', 'TimeoutError'));
  };

  private get environment(): ForumEnvironment {
    return {
      fetch: (input, init) => {
        const url = input instanceof Request ? input.url : String(input);
        return url.startsWith(site) ? Promise.resolve(this.answerOfSite(url)) : fetch(input, init);
      },
      now: () => this.time,
      sleep: (milliseconds) => {
        this.slept.push(milliseconds);
        this.time += milliseconds;
        return Promise.resolve();
      },
      deadline: () => {
        const controller = new AbortController();
        this.deadlines.push(controller);
        return controller.signal;
      },
      print: (line) => void this.printed.push(line),
      confirm: (question) => {
        this.asked.push(question);
        return Promise.resolve(this.answers.shift() ?? null);
      },
      root: this.root,
      writeFiles: (texts) => writeFilesAtomic(this.root, texts),
      site: { name: 'LessWrong', base: this.forum.url },
      token: this.token,
      userAgent: 'alignment-review/test',
      images,
    };
  }

  private answerOfSite(url: string): Response {
    const type = url.endsWith('/') ? 'text/html' : 'image/png';
    return this.missing.has(url.slice(site.length - 1))
      ? new Response('', { status: 404, headers: { 'content-type': 'text/html' } })
      : new Response('', { headers: { 'content-type': type } });
  }
}
