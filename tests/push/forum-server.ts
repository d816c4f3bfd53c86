import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { ForumDocument, type Location, type Mode } from './document.ts';
import { answerGraphql } from './graphql-door.ts';

export type ServedPost = {
  id: string;
  title: string;
  isDraft: boolean;
  author: string;
  key: string;
  document: ForumDocument;
  /** What was set over GraphQL beside title and text. */
  fields: Record<string, unknown>;
};
export type ServedSequence = {
  id: string;
  title: string;
  author: string;
  chapters: { id: string; number: number; posts: string[] }[];
};

/** How the server misbehaves, on which route, at which request to it (from 1), and whether it does its work nevertheless. */
export type Fault = { route: string; at?: number; times?: number; isDone?: boolean; act: Act };
export type Act =
  | { kind: 'status'; status: number; headers?: Record<string, string>; body?: string }
  | { kind: 'text'; body: string; type?: string }
  | { kind: 'cut'; change?: (server: ForumServer) => void }
  | { kind: 'forever' }
  | { kind: 'then'; change: (server: ForumServer) => void }
  | { kind: 'odd'; change: (body: Record<string, unknown>) => void };

type Asked = { route: string; url: URL; headers: IncomingMessage['headers']; body: Record<string, unknown> };
type Reply = { status: number; type: string; body: string };

/** A forum on loopback, both doors of it: what an author's token opens, and what a draft's link opens. */
export class ForumServer {
  posts = new Map<string, ServedPost>();
  sequences = new Map<string, ServedSequence>();
  tokens = new Map([['secret-token-1', 'ada1']]);
  /** Fields that accounts may set beside those that every member may. */
  rights = new Set<string>();
  faults: Fault[] = [];
  log: { route: string; text: string }[] = [];
  /** Paths of the site that do not answer. */
  dead = new Set<string>();
  base = '';
  /** Ends the patience of whoever waits for an answer. */
  onForever: () => void = () => undefined;
  private made = 0;
  private counts = new Map<string, number>();
  private server: Server | null = null;

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.answer(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const address = server.address();
    if (address === null || typeof address === 'string')
      throw new Error('The server has no port. Look whether another program forbids it.');
    this.server = server;
    this.base = `http://127.0.0.1:${address.port}/`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server === null ? resolve(null) : this.server.close(resolve)));
  }

  /** A draft that its author made in the editor. */
  addDraft(id: string, title: string, markdown = ''): ServedPost {
    const post: ServedPost = {
      id,
      title,
      isDraft: true,
      author: 'ada1',
      key: `secret-key-${id}`,
      document: new ForumDocument(),
      fields: {},
    };
    if (markdown !== '') post.document.insert(markdown, { location: 'end', mode: 'edit' });
    this.posts.set(id, post);
    return post;
  }

  linkOf = ({ id, key }: ServedPost): string => `${this.base}editPost?postId=${id}&key=${key}`;

  nextId(prefix: string): string {
    this.made += 1;
    return `${prefix}${this.made}`;
  }

  private async answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const asked = await readRequest(request, this.base);
    const count = (this.counts.get(asked.route) ?? 0) + 1;
    this.counts.set(asked.route, count);
    this.log.push({ route: asked.route, text: JSON.stringify(asked.body) });
    const fault = this.faults.find(
      ({ route, at = 1, times = 1 }) => route === asked.route && count >= at && count < at + times,
    );
    const isWorking = fault === undefined || fault.isDone === true || fault.act.kind === 'then';
    if (fault?.act.kind === 'odd') fault.act.change(asked.body);
    const reply = isWorking || fault?.act.kind === 'odd' ? this.work(asked) : null;
    if (fault?.act.kind === 'then' || fault?.act.kind === 'cut') fault.act.change?.(this);
    misbehave(response, { fault, reply, onForever: this.onForever });
  }

  private work(asked: Asked): Reply {
    try {
      return this.doWork(asked);
    } catch (error) {
      return json({ error: 'Failed', details: error instanceof Error ? error.message : 'Unknown error' }, 500);
    }
  }

  private doWork({ route, url, headers, body }: Asked): Reply {
    if (route.startsWith('site')) return this.answerSite(url);
    if (route.startsWith('graphql'))
      return json(answerGraphql(this, { body, account: this.tokens.get(String(headers.logintoken)) ?? null }));
    if (route === 'editPost') return this.answerDraft(url);
    if (route === 'api/post') return this.answerPublished(url.pathname.split('/').at(-1) ?? '');
    const post = this.posts.get(String(body.postId));
    if (post === undefined || post.key !== body.key)
      return json(
        { error: "Unauthorized to access this draft. Make sure 'Anyone with the link can' is set to 'Edit'." },
        403,
      );
    return json(editDraft(post.document, route.replace('agent:', ''), body));
  }

  private answerSite({ pathname }: URL): Reply {
    if (this.dead.has(pathname)) return { status: 404, type: 'text/html', body: '<p>Not found' };
    return /\.\w+$/.test(pathname)
      ? { status: 200, type: 'image/svg+xml', body: '<svg/>' }
      : { status: 200, type: 'text/html; charset=utf-8', body: '<h1>A page</h1>' };
  }

  private answerDraft(url: URL): Reply {
    const id = url.searchParams.get('postId') ?? '';
    const post = this.posts.get(id);
    if (post === undefined || post.key !== url.searchParams.get('key')) {
      return markdown(
        `Unable to access shared draft for postId: ${id}.  Please remind the user to set the permissions for "Anyone with the link can" to "Edit".`,
      );
    }
    const { threads, markdown: body } = post.document;
    const summaries = threads.map(({ id: name, type, content, replaceWith }) => {
      const said =
        replaceWith === undefined ? `"${cut(content, 150)}"` : `"${cut(content, 100)}" → "${cut(replaceWith, 100)}"`;
      return `### Thread \`${name}\` · suggestion\nSuggested ${type}: ${said}`;
    });
    const comments = post.document.comments.map(
      (comment, index) => `### Thread \`c${index}\` · comment\n**Reader** (2026-01-04, 10:00): ${comment}`,
    );
    const list = [...summaries, ...comments];
    const listed =
      list.length === 0
        ? ''
        : `## Comment Threads\n\n${list.length} open threads. To reply: POST /api/agent/replyToComment\n\n${list.join('\n\n')}\n\n`;
    return markdown(
      `Title: ${post.title}\n\nPost ID: \`${id}\`\n\nThe post is between the two horizontal rules.\n\n* * *\n\n${body}\n\n* * *\n\n${listed}* * *\n\nNavigation\n----------\n\n*   [Home](/)\n`,
    );
  }

  private answerPublished(id: string): Reply {
    const post = this.posts.get(id);
    if (post === undefined || post.isDraft)
      return { status: 404, type: 'text/plain', body: `No post found with ID or slug: ${id}` };
    const facts = [
      'By [Ada](/users/ada)',
      '3 points',
      `Post URL (HTML): [/posts/${id}/a-slug](/posts/${id}/a-slug)`,
      `Post URL (Markdown): [/api/post/a-slug](/api/post/a-slug)`,
    ];
    return markdown(
      `${post.title}\n\n${facts.map((fact) => `*   ${fact}`).join('\n')}\n\n${post.document.markdown}\n\nTop Comments Index\n------------------\n\n*   A comment\n\nNavigation\n----------\n\n*   [Home](/)\n`,
    );
  }
}

const cut = (text: string, length: number): string => (text.length > length ? `${text.slice(0, length)}...` : text);
const json = (value: unknown, status = 200): Reply => ({
  status,
  type: 'application/json; charset=utf-8',
  body: JSON.stringify(value),
});
const markdown = (body: string): Reply => ({ status: 200, type: 'text/plain; charset=utf-8', body });

function editDraft(document: ForumDocument, route: string, body: Record<string, unknown>): Record<string, unknown> {
  const mode: Mode = body.mode === 'edit' ? 'edit' : 'suggest';
  const hasThread = body.hasNoThread !== true;
  const common = {
    ok: true,
    postId: body.postId,
    note: '',
    suggestionId: null,
    threadCreationFailed: !hasThread,
    requestId: 'r1',
  };
  const location = toLocation(body.location);
  if (route === 'insertBlock')
    return { ...common, inserted: document.insert(String(body.markdown), { location, mode, hasThread }) };
  if (route === 'insertLLMBlock')
    return {
      ...common,
      inserted: document.insert(String(body.markdown), { location, mode: 'edit', model: String(body.modelName) }),
    };
  if (route === 'deleteBlock') return { ...common, deleted: document.remove(String(body.prefix), { mode, hasThread }) };
  if (route === 'replaceText')
    return { ...common, replaced: document.replace(String(body.quote), String(body.replacement), { mode, hasThread }) };
  throw new Error(`No route is called ${route}`);
}

function toLocation(value: unknown): Location {
  if (value === 'start' || value === 'end' || typeof value !== 'object' || value === null)
    return value === 'start' ? 'start' : 'end';
  if ('before' in value) return { before: String(value.before) };
  return { after: 'after' in value ? String(value.after) : '' };
}

async function readRequest(request: IncomingMessage, base: string): Promise<Asked> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(Buffer.from(chunk));
  const text = Buffer.concat(chunks).toString('utf8');
  const body: unknown = text === '' ? {} : JSON.parse(text);
  const url = new URL(request.url ?? '/', base);
  return { route: routeOf(url, body), url, headers: request.headers, body: isRecord(body) ? body : {} };
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

function routeOf({ pathname }: URL, body: unknown): string {
  if (pathname.startsWith('/review/')) return 'site';
  if (pathname === '/graphql')
    return `graphql:${/(currentUser|createPost|updatePost|createSequence|createChapter|updateChapter|tags|sequences|sequence|drafts|post)\b/.exec(String(isRecord(body) ? body.query : ''))?.[1] ?? ''}`;
  if (pathname.startsWith('/api/agent/')) return `agent:${pathname.slice('/api/agent/'.length)}`;
  return pathname.startsWith('/api/post/') ? 'api/post' : pathname.slice(1);
}

function misbehave(
  response: ServerResponse,
  { fault, reply, onForever }: { fault: Fault | undefined; reply: Reply | null; onForever: () => void },
): void {
  const act = fault?.act;
  if (act?.kind === 'cut') return void response.socket?.destroy();
  if (act?.kind === 'forever') return onForever();
  if (act?.kind === 'status')
    return void response
      .writeHead(act.status, { 'content-type': 'application/json', ...act.headers })
      .end(act.body ?? '{"error":"no"}');
  if (act?.kind === 'text')
    return void response.writeHead(200, { 'content-type': act.type ?? 'text/html' }).end(act.body);
  if (reply !== null) response.writeHead(reply.status, { 'content-type': reply.type }).end(reply.body);
}
