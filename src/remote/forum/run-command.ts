import { homeOf, type Forum } from '../../engine/model/posts.ts';
import type { Review } from '../../engine/model/review.ts';
import type { Asked, Command } from './commands.ts';
import { parseDraftLink, readDraft } from './draft-page.ts';
import { ForumError } from './forum-error.ts';
import { createGraphql, type Graphql } from './graphql.ts';
import { createSend } from './http.ts';
import { readLedger, readSent } from './ledger-file.ts';
import { withPushLock } from './push-lock.ts';
import { runLinkPush, runTokenPush } from './push-commands.ts';
import { readCopy, type Doors } from './read-copy.ts';
import { essayOf, renderPost } from './render-post.ts';
import type { Session } from './session.ts';
import { diffSince, diffThere, formatTable, readStatus } from './status.ts';
import type { World } from './world.ts';

/** Runs a command of `npm run posts -- …` on a review that was checked. */
export async function runCommand({ command, wishes }: Asked, review: Review, world: World): Promise<void> {
  const session: Session = { world, review, wishes };
  switch (command.kind) {
    case 'status':
      return printStatus(session);
    case 'diff':
      return printDiff(session, command.slug);
    case 'pull':
      return printPull(session, command);
    case 'push':
      return withPushLock(world, () =>
        command.draft === null
          ? runTokenPush(session, command, requireToken(session))
          : runLinkPush(session, command, command.draft),
      );
  }
}

async function printStatus(session: Session): Promise<void> {
  const { rows, diffs } = await readStatus(session, doorsOf(session));
  session.world.print([formatTable(rows), ...diffs].join('\n\n').trimEnd());
}

function printDiff({ world, review, wishes }: Session, slug: string): void {
  const post = renderPost(review, essayOf(review, slug), { forum: wishes.forum, ledger: readLedger(world.root) });
  const entry = readLedger(world.root).posts[slug]?.[homeOf(wishes.forum)];
  if (entry === undefined) return world.print(`${slug} was never posted on ${world.forums[wishes.forum].name}.`);
  world.print(
    entry.sent === post.digest
      ? `${slug} is as it was pushed.`
      : diffSince(readSent(world.root, { slug, forum: homeOf(wishes.forum) }), post).trimEnd(),
  );
}

async function printPull(session: Session, { slug, draft }: Extract<Command, { kind: 'pull' }>): Promise<void> {
  const { world, review } = session;
  const link = draft === null ? null : parseDraftLink(draft, world.forums);
  const forum = link?.forum ?? session.wishes.forum;
  const name = world.forums[forum].name;
  const post = renderPost(review, essayOf(review, slug), { forum, ledger: readLedger(world.root) });
  const reading =
    link === null
      ? await readThere(session, { slug, forum })
      : await readDraft(world.forums[forum], link, createSend(world, [link.key]));
  const diff = diffThere(readSent(world.root, { slug, forum: homeOf(forum) }), { post, reading, name });
  world.print(diff === '' ? `${slug}: on ${name} it says what was pushed.` : diff.trimEnd());
}

async function readThere(
  session: Session,
  { slug, forum }: { slug: string; forum: Forum },
): Promise<{ title: string; markdown: string }> {
  const { world } = session;
  const entry = readLedger(world.root).posts[slug]?.[forum];
  if (entry === undefined)
    throw new Error(`\`${slug}\` was never posted on ${world.forums[forum].name}. Push it first.`);
  const copy = await readCopy(session, doorsOf(session), { forum, entry });
  if (copy.state === 'public' || copy.state === 'draft') return copy.reading;
  const why =
    copy.state === 'deleted'
      ? 'was deleted there'
      : `cannot be read without a token in \`${world.forums[forum].variable}\`, or its link after \`--draft\``;
  throw new ForumError('refused', `The post \`${entry.id}\` of \`${slug}\` ${why}. Nothing was changed.`);
}

/** The doors for reading; a token opens drafts where there is one. */
function doorsOf({ world }: Session): Doors {
  const opened = new Map<string, Graphql | null>();
  return {
    send: createSend(world, []),
    graphqlOf: (forum) => {
      const site = world.forums[homeOf(forum)];
      const token = world.tokenOf(site.variable);
      const graphql =
        opened.get(site.variable) ?? (token === null ? null : createGraphql(site, token, createSend(world, [token])));
      opened.set(site.variable, graphql);
      return graphql;
    },
  };
}

function requireToken({ world, wishes }: Session): Graphql {
  const site = world.forums[homeOf(wishes.forum)];
  const token = world.tokenOf(site.variable);
  if (token !== null) return createGraphql(site, token, createSend(world, [token]));
  throw new Error(
    `There is no token in the environment variable \`${site.variable}\`. Push with the link of a draft (\`--draft URL\`), which needs none, or set it for this one command.`,
  );
}
