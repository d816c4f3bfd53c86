import { ForumError } from './forum-error.ts';
import type { Send } from './http.ts';
import { hideSecrets } from './secrets.ts';
import type { Forum } from '../../engine/model/posts.ts';
import type { ForumSite, World } from './world.ts';

/** A draft that its author shared: where it is and the key that opens it, and nothing else. */
export type DraftLink = { forum: Forum; id: string; key: string };

/** Reads the edit address of a draft, as the forum's editor shows it. */
export function parseDraftLink(address: string, forums: World['forums']): DraftLink {
  const url = URL.parse(address);
  const forum = Object.entries(forums).find(([, { hosts }]) => url !== null && hosts.includes(url.host))?.[0];
  const id = url?.searchParams.get('postId') ?? '';
  const key = url?.searchParams.get('key') ?? '';
  if (isForum(forum, forums) && /^[A-Za-z0-9]+$/.test(id) && key !== '') return { forum, id, key };
  const missing = key === '' ? 'holds no key' : 'is not the edit address of a draft on a forum';
  throw new Error(
    `The address after \`--draft\` ${missing}. In the editor set “Anyone with the link can” to “Edit” and copy the address of the page: \`https://…/editPost?postId=…&key=…\`.`,
  );
}

const isForum = (name: string | undefined, forums: World['forums']): name is Forum =>
  name !== undefined && Object.hasOwn(forums, name);

/** A draft as it is now in its editor. `threads` is what the forum writes of its open comments and suggestions. */
export type DraftReading = { title: string; markdown: string; threads: string };

/** Reads the live draft. */
export async function readDraft(site: ForumSite, { id, key }: DraftLink, send: Send): Promise<DraftReading> {
  const url = new URL('editPost', site.base);
  url.search = new URLSearchParams({ postId: id, key }).toString();
  const { status, type, text } = await send({
    url,
    method: 'GET',
    headers: { accept: 'text/markdown' },
    isWrite: false,
  });
  if (status === 401 || status === 403 || status === 404) throw noAccess(site, id);
  if (status !== 200 || /html/.test(type)) {
    throw new ForumError(
      'refused',
      `${site.name} does not give the draft \`${id}\` as Markdown (status ${status}, ${type || 'no type'}). Run the command again later.`,
    );
  }
  return parseDraftPage(text, { site, id, key });
}

const noAccess = (site: ForumSite, id: string): ForumError =>
  new ForumError(
    'refused',
    `${site.name} does not open the draft \`${id}\` with this link. In the editor set “Anyone with the link can” to “Edit”, and copy its address again.`,
  );

/** The live body between two horizontal rules, and the open threads after it. Without access the forum answers with a sentence, and status 200. */
export function parseDraftPage(
  text: string,
  { site, id, key }: { site: ForumSite; id: string; key: string },
): DraftReading {
  const lines = text.split('\n');
  const rules = lines.flatMap((_, index) => (isRule(lines, index) ? [index] : []));
  const [first] = rules;
  if (first === undefined || rules.length < 2) throw errorOf(text, { site, id, key });
  const threads = lines.findLastIndex(
    (line, index) =>
      /^(?:#+ )?Comment Threads\s*$/.test(line) && /\bopen threads?\b/.test(lines.slice(index, index + 5).join(' ')),
  );
  const end = threads > first ? rules.findLast((rule) => rule < threads) : endWithoutThreads(lines, rules);
  const title = /^(?:#+ *)?Title: (.*)$/m.exec(lines.slice(0, first).join('\n'))?.[1]?.trim() ?? '';
  return {
    title,
    markdown: lines
      .slice(first + 1, end)
      .join('\n')
      .trim(),
    threads: threads > first ? lines.slice(threads).join('\n') : '',
  };
}

/** Without threads the body's rule is followed by another with nothing between them, else it is the last. */
function endWithoutThreads(lines: readonly string[], rules: readonly number[]): number | undefined {
  const pair = rules.findLastIndex(
    (rule, index) => index > 0 && lines.slice((rules[index - 1] ?? 0) + 1, rule).every((line) => line.trim() === ''),
  );
  return pair > 1 ? rules[pair - 1] : rules.at(-1);
}

const isRule = (lines: readonly string[], index: number): boolean =>
  /^ {0,3}(?:(?:\* *){3,}|(?:_ *){3,}|(?:- *){3,})$/.test(lines[index] ?? '') &&
  (!/^-+$/.test(lines[index]?.trim() ?? '') || (lines[index - 1] ?? '').trim() === '');

function errorOf(text: string, { site, id, key }: { site: ForumSite; id: string; key: string }): ForumError {
  if (/empty or uninitialized/.test(text))
    return new ForumError(
      'refused',
      `The draft \`${id}\` has not been opened in its editor yet. Open it there once, write a word, and run the command again.`,
    );
  if (/uses the \S+ editor|only supports posts written/i.test(text))
    return new ForumError(
      'refused',
      `The draft \`${id}\` was made in another editor than the forum's default one. Make a new draft, or push with a token.`,
    );
  if (/server-side issue|could not be loaded/i.test(text))
    return new ForumError('refused', `${site.name} could not load the draft \`${id}\`. Run the command again later.`);
  if (/access|permission|shared draft/i.test(text)) return noAccess(site, id);
  const said = hideSecrets(text.slice(0, 200), [key]).replace(/\s+/g, ' ');
  return new ForumError(
    'refused',
    `${site.name} shows the draft \`${id}\` in a form that is not known: “${said}”. Compare \`GET /editPost\` with \`src/remote/forum/draft-page.ts\`.`,
  );
}
