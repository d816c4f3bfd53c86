import { ForumError } from './forum-error.ts';
import type { Send } from './http.ts';
import type { ForumSite } from './world.ts';

/** A post as a forum has it now. */
export type Reading = { title: string; markdown: string; url: string };

/** Reads a post as anyone can; null where the forum shows none: it is a draft, or was deleted. */
export async function readPublished(site: ForumSite, id: string, send: Send): Promise<Reading | null> {
  const url = new URL(`api/post/${id}`, site.base);
  const { status, type, text } = await send({
    url,
    method: 'GET',
    headers: { accept: 'text/markdown' },
    isWrite: false,
  });
  if (status === 404 || status === 403 || status === 401) return null;
  if (status !== 200 || /html/.test(type)) {
    throw new ForumError(
      'refused',
      `${site.name} does not give the post \`${id}\` as Markdown (status ${status}, ${type || 'no type'}). Run the command again later.`,
    );
  }
  return parsePublished(text, { id, site });
}

/**
 * The post within the page that `GET /api/post/<id>` answers: after its list of facts, before comments and navigation.
 *
 * A draft that its author may see is marked so and counts as not public.
 */
export function parsePublished(text: string, { id, site }: { id: string; site: ForumSite }): Reading | null {
  const lines = text.split('\n');
  const title =
    lines
      .find((line) => line.trim() !== '')
      ?.replace(/^#+\s*/, '')
      .trim() ?? '';
  if (title.startsWith('[Draft]')) return null;
  const facts = lines.findLastIndex((line) => /^\s*[*+-]\s+Post URL \(/.test(line));
  if (facts < 0)
    throw new ForumError(
      'refused',
      `${site.name} shows the post \`${id}\` in a form that is not known. Compare \`GET /api/post/<id>\` with \`src/remote/forum/published.ts\`.`,
    );
  const first = facts + 1 + lines.slice(facts + 1).findIndex((line) => !/^\s*[*+-]\s+Mode:/.test(line));
  const rest = lines.slice(first);
  const end = rest.findLastIndex(
    (line, index) => /^(?:#+ )?Top Comments Index\s*$/.test(line) && isHeading(rest, index),
  );
  const navigation = rest.findLastIndex(
    (line, index) => /^(?:#+ )?Navigation\s*$/.test(line) && isHeading(rest, index),
  );
  const last = end >= 0 ? end : navigation;
  const path = /\]\((\/posts\/[^)\s]+)\)/.exec(lines.slice(0, first).join('\n'))?.[1] ?? `/posts/${id}`;
  return {
    title: unescape(title),
    markdown: rest
      .slice(0, last < 0 ? undefined : last)
      .join('\n')
      .trim(),
    url: new URL(path, site.base).href,
  };
}

const isHeading = (lines: readonly string[], index: number): boolean =>
  /^#/.test(lines[index] ?? '') || /^(?:-+|=+)\s*$/.test(lines[index + 1] ?? '');

const unescape = (text: string): string => text.replace(/\\([!-/:-@[-`{-~])/g, '$1');
