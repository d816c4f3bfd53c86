import * as z from 'zod';
import type { DraftLink } from './draft-page.ts';
import { ForumError } from './forum-error.ts';
import type { Answer, Send } from './http.ts';
import type { Edit } from './edits.ts';
import { hideSecrets } from './secrets.ts';
import type { ForumSite } from './world.ts';

/** The name that suggestions carry in the editor. */
const agentName = 'Alignment Review';

const Result = z.object({
  inserted: z.boolean().optional(),
  deleted: z.boolean().optional(),
  replaced: z.boolean().optional(),
  note: z.string().nullish(),
  threadCreationFailed: z.boolean().nullish(),
});
const Refusal = z.object({ error: z.string().optional(), details: z.unknown().optional() });

type Door = { site: ForumSite; link: DraftLink; send: Send; mode: 'suggest' | 'edit' };

/** Makes one edit in a draft; gives what its author should know of it, or null. */
export async function performEdit(edit: Edit, { site, link, send, mode }: Door): Promise<string | null> {
  const { id, key } = link;
  const { route, body } = requestOf(edit, mode);
  const answer = await send({
    url: new URL(`api/agent/${route}`, site.base),
    method: 'POST',
    body: { postId: id, key, agentName, ...body },
    isWrite: true,
  });
  const parsed = Result.safeParse(parseJson(answer.text));
  if (answer.status !== 200 || !parsed.success || !/json/.test(answer.type)) throw errorOf(answer, { site, link });
  const { inserted, deleted, replaced, note, threadCreationFailed } = parsed.data;
  const said = hideSecrets(note ?? '', [key]);
  if (/do not retry this edit/i.test(said))
    throw new ForumError(
      'final',
      `${site.name} asks not to try an edit again: “${said}”. Look at the draft in its editor.`,
    );
  if (!(inserted ?? deleted ?? replaced ?? false))
    throw new ForumError(
      'stale',
      `${site.name} did not find the place of an edit: “${said}”. Run the command again: it reads the draft anew.`,
    );
  return threadCreationFailed === true
    ? 'A suggestion stands in the text, but the forum could not list it among the draft’s threads; look for it in the text.'
    : null;
}

function requestOf(edit: Edit, mode: 'suggest' | 'edit'): { route: string; body: Readonly<Record<string, unknown>> } {
  switch (edit.kind) {
    case 'insert':
      return { route: 'insertBlock', body: { location: edit.location, markdown: edit.markdown, mode } };
    case 'insert model-written':
      return {
        route: 'insertLLMBlock',
        body: { location: edit.location, markdown: edit.markdown, modelName: edit.model },
      };
    case 'replace text':
      return { route: 'replaceText', body: { quote: edit.quote, replacement: edit.replacement, mode } };
    case 'delete':
      return { route: 'deleteBlock', body: { prefix: edit.prefix, mode } };
  }
}

function errorOf({ status, type, text }: Answer, { site, link }: Pick<Door, 'site' | 'link'>): ForumError {
  const refusal = Refusal.safeParse(parseJson(text));
  const details = refusal.success
    ? [refusal.data.error, typeof refusal.data.details === 'string' ? refusal.data.details : undefined]
        .filter((part) => part !== undefined)
        .join(': ')
    : '';
  const said = hideSecrets(details, [link.key]).slice(0, 300);
  if (status === 401 || status === 403)
    return new ForumError(
      'refused',
      `${site.name} does not let this link change the draft \`${link.id}\`. In the editor set “Anyone with the link can” to “Edit”, and copy its address again.`,
    );
  if (status === 400)
    return new ForumError(
      'refused',
      `${site.name} refuses an edit of the draft \`${link.id}\`: ${said || 'status 400'}. If it was made in another editor than the default one, push with a token.`,
    );
  if (status === 404)
    return new ForumError(
      'refused',
      `${site.name} has no draft \`${link.id}\` any more. Make a new draft, and take the old one out of \`content/posts.yaml\`.`,
    );
  const what = said !== '' ? `status ${status}: ${said}` : `status ${status}, ${type || 'no type'} instead of JSON`;
  return new ForumError(
    'unknown',
    `${site.name} gave no answer to read to an edit (${what}). Run the command again: it reads the draft anew, and goes on where it stopped.`,
  );
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
