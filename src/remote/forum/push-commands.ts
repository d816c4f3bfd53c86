import { homeOf } from '../../engine/model/posts.ts';
import type { Essay } from '../../engine/model/essay.ts';
import type { Command } from './commands.ts';
import { parseDraftLink } from './draft-page.ts';
import { ForumError } from './forum-error.ts';
import type { Graphql } from './graphql.ts';
import { createSend } from './http.ts';
import { readLedger } from './ledger-file.ts';
import { readAccount } from './posts-api.ts';
import { describeEdit } from './edits.ts';
import { executeLinkPlan, planLinkPush, type LinkDoor } from './push-link.ts';
import { planSequence, postsInOrder, pushSequence } from './push-sequence.ts';
import { executeTokenPlan, planTokenPush, type TokenPlan } from './push-token.ts';
import { refuseLosses, refuseUncleared, refuseUnreachable } from './refusals.ts';
import { essayOf, renderPost, type RenderedPost } from './render-post.ts';
import type { Session } from './session.ts';

type Push = Extract<Command, { kind: 'push' }>;

/** Pushes an essay into the draft of a link: shows the edits, asks, and makes them. */
export async function runLinkPush(session: Session, { slugs }: Push, address: string): Promise<void> {
  const { world, wishes } = session;
  const link = parseDraftLink(address, world.forums);
  const here: Session = { ...session, wishes: { ...wishes, forum: link.forum } };
  const [post] = await preparePosts(here, slugs, 'draft');
  if (post === undefined) return;
  const door: LinkDoor = { link, post, send: createSend(world, [link.key]) };
  const plan = await planLinkPush(here, door);
  const { edits, remarks } = plan.plan;
  const how = wishes.edits ? 'at once' : 'as suggestions';
  world.print(
    [
      `${post.essay.slug} → the draft \`${link.id}\` on ${world.forums[link.forum].name}: ${count(edits.length, 'edit')}, ${how}.`,
      ...edits.map(describeEdit),
      ...remarks,
    ].join('\n'),
  );
  if (edits.length > 0 && !(await isAgreed(here, `Make ${edits.length === 1 ? 'this edit' : 'these edits'}?`))) return;
  const said = await executeLinkPlan(here, door, plan);
  const news = said.filter((remark) => !remarks.includes(remark));
  const done = wishes.edits ? 'The edits are made.' : 'The suggestions wait in the editor.';
  world.print(
    [edits.length === 0 ? 'Nothing to change there.' : `${done}${news.length === 0 ? '' : ' But:'}`, ...news].join(
      '\n',
    ),
  );
}

/** Pushes essays as drafts of the account that a token belongs to: shows what would change, asks, and sends it. */
export async function runTokenPush(session: Session, { slugs, hasSequence }: Push, graphql: Graphql): Promise<void> {
  const { world, wishes } = session;
  const posts = await preparePosts(session, slugs[0] === 'all' ? clearedOf(session) : slugs, 'HTML');
  const account = await accountOf(session, graphql);
  const plans: TokenPlan[] = [];
  for (const post of posts) plans.push(await planTokenPush(session, graphql, { post, account }));
  const sequence = hasSequence ? await planSequence(session, graphql, { account, posts: postsInOrder(session) }) : null;
  world.print([...plans.map(({ summary }) => summary), ...(sequence === null ? [] : [sequence.summary])].join('\n'));
  const waiting = plans.filter(({ prepared }) => prepared !== null);
  const isSequenceInStep =
    sequence === null ||
    (sequence.there?.chapter?.posts.join() === sequence.posts.join() &&
      waiting.every(({ found }) => found.there !== null));
  if (waiting.length === 0 && isSequenceInStep) return;
  if (!(await isAgreed(session, `Send this to ${world.forums[wishes.forum].name}?`))) return;
  for (const plan of waiting) {
    await executeTokenPlan(session, graphql, { plan, account });
    const entry = readLedger(world.root).posts[plan.copy.slug]?.[homeOf(wishes.forum)];
    world.print(`${plan.copy.slug}: a draft at ${entry?.url ?? 'an address that is not known'}`);
  }
  if (hasSequence) await pushSequence(session, graphql, { account, posts: postsInOrder(session) });
}

/** Slugs of the essays that may be sent; says which may not. */
function clearedOf({ world, review }: Session): string[] {
  const isCleared = ({ frontmatter }: Essay): boolean => frontmatter.clearance.status === 'cleared';
  const others = review.essays.filter((essay) => !isCleared(essay)).map(({ slug }) => slug);
  if (others.length > 0) world.print(`Left out, because they are not cleared: ${others.join(', ')}.`);
  return review.essays.filter(isCleared).map(({ slug }) => slug);
}

/** Renders posts, and stops before a byte leaves where one must not go. */
async function preparePosts(
  session: Session,
  slugs: readonly string[],
  door: 'draft' | 'HTML',
): Promise<RenderedPost[]> {
  const { world, review, wishes } = session;
  const ledger = readLedger(world.root);
  const posts = [...new Set(slugs)].map((slug) =>
    renderPost(review, essayOf(review, slug), { forum: wishes.forum, ledger }),
  );
  for (const post of posts)
    refuseUncleared(post, { site: world.forums[wishes.forum], isKnown: wishes.modelWrittenIsKnown });
  for (const post of posts) refuseLosses(post, door);
  const send = createSend(world, []);
  for (const post of posts) await refuseUnreachable(post, send);
  return posts;
}

async function accountOf({ world, wishes }: Session, graphql: Graphql): Promise<string> {
  const account = await readAccount(graphql);
  if (account !== null) return account;
  const { name, variable } = world.forums[homeOf(wishes.forum)];
  throw new ForumError('refused', `${name} does not know the token. Put a valid one into \`${variable}\`.`);
}

async function isAgreed({ world, wishes }: Session, question: string): Promise<boolean> {
  if (wishes.isAgreed) return true;
  const answer = await world.confirm(question);
  if (answer === true) return true;
  world.print(answer === null ? 'Nothing was sent. Add `--yes` to send it.' : 'Nothing was sent.');
  return false;
}

const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`;
