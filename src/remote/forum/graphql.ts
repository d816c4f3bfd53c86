import * as z from 'zod';
import { ForumError } from './forum-error.ts';
import type { Answer, Send } from './http.ts';
import { hideSecrets } from './secrets.ts';
import type { ForumSite } from './world.ts';

/** What a forum is asked over GraphQL: the text of a query or mutation, its variables, and the shape of its data. */
export type Question<Data extends z.ZodType> = {
  query: string;
  variables: Readonly<Record<string, unknown>>;
  data: Data;
};

/** Asks over GraphQL and reads the data by its schema. */
export type Graphql = <Data extends z.ZodType>(question: Question<Data>) => Promise<z.infer<Data>>;

const GraphqlAnswer = z.object({
  data: z.unknown().optional(),
  errors: z.array(z.object({ message: z.string() }).catchall(z.unknown())).optional(),
});

/** Speaks GraphQL to a forum as the account of a token. */
export function createGraphql(site: ForumSite, token: string, send: Send): Graphql {
  return async ({ query, variables, data }) => {
    const isWrite = query.startsWith('mutation');
    const answer = await send({
      url: new URL('graphql', site.base),
      method: 'POST',
      headers: { loginToken: token, accept: 'application/json' },
      body: { query, variables },
      isWrite,
    });
    const parsed = data.safeParse(dataOf(answer, { site, token, isWrite }));
    if (parsed.success) return parsed.data;
    throw new ForumError(
      isWrite ? 'unknown' : 'refused',
      `${site.name} answered with data of another shape. Its interface may have changed: compare it with \`src/remote/forum/\`.`,
    );
  };
}

type Asked = { site: ForumSite; token: string; isWrite: boolean };

function dataOf(answer: Answer, asked: Asked): unknown {
  const { site, token, isWrite } = asked;
  if (answer.status === 401 || answer.status === 403) {
    throw new ForumError(
      'refused',
      `${site.name} does not accept the token (status ${answer.status}). Put a valid one into \`${site.variable}\`.`,
    );
  }
  const parsed = GraphqlAnswer.safeParse(parseJson(answer.text));
  const errors = parsed.success ? (parsed.data.errors ?? []) : [];
  if (errors.length > 0) throw errorOf(hideSecrets(JSON.stringify(errors), [token]), asked);
  if (answer.status === 400)
    throw new ForumError(
      'refused',
      `${site.name} refuses the request as malformed (status 400). Its interface may have changed: compare it with \`src/remote/forum/\`.`,
    );
  if (parsed.success && answer.status === 200 && parsed.data.data !== undefined) return parsed.data.data;
  const what = parsed.success
    ? `status ${answer.status}`
    : `${answer.type || 'something'} instead of JSON, status ${answer.status}`;
  throw new ForumError(
    isWrite ? 'unknown' : 'refused',
    `${site.name} gave no answer to read (${what}). Run the command again later; it goes on where it stopped.`,
  );
}

/** What authors.yaml or the forum's rules have to do with a field that an account may not set. */
const remedies = new Map([
  [
    'af',
    'take `af` out of what the account `may` do in `content/authors.yaml`, and ask a member of the Alignment Forum to mark the post',
  ],
  [
    'coauthorStatuses',
    'take `co-authors` out of what the account `may` do in `content/authors.yaml`, and add them in the editor',
  ],
  ['url', 'set `linkPosts: false` in `content/review.yaml`'],
  ['postCategory', 'set `linkPosts: false` in `content/review.yaml`'],
  ['tagRelevance', 'set the tags in the editor, as the post’s author'],
]);

function errorOf(said: string, { site, isWrite }: Asked): ForumError {
  if (/disallowed_property_detected/.test(said)) {
    const names = [
      ...remedies.keys(),
      'title',
      'contents',
      'draft',
      'socialPreview',
      'sharingSettings',
      'submitToFrontpage',
      'canonicalSource',
    ];
    const field = names.find((name) => new RegExp(`\\b${name}\\b`).test(said)) ?? 'a field';
    const remedy = remedies.get(field) ?? 'use an account that may';
    return new ForumError(
      'refused',
      `${site.name} does not let this account set \`${field}\`; nothing was changed. To go on, ${remedy}.`,
    );
  }
  if (
    /not_logged_in|must be logged in|invalid.{0,9}token|unauthori[sz]ed|permission|not_allowed|noPermission/i.test(said)
  ) {
    return new ForumError(
      'refused',
      `${site.name} refuses what the account asks for: ${clip(said)}. Put the token of an account that may do it into \`${site.variable}\`.`,
    );
  }
  return new ForumError(
    isWrite ? 'unknown' : 'refused',
    `${site.name} reports an error: ${clip(said)}. Run the command again later; it looks up what was done first.`,
  );
}

const clip = (text: string): string => (text.length > 300 ? `${text.slice(0, 300)}…` : text);

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
