import { homeOf } from '../../engine/model/posts.ts';
import { performEdit } from './agent.ts';
import { readDraft, type DraftLink, type DraftReading } from './draft-page.ts';
import { ForumError } from './forum-error.ts';
import type { Send } from './http.ts';
import { readIntent, removeIntent, writeIntent, type Intent } from './intent-file.ts';
import { readLedger, type Copy } from './ledger-file.ts';
import { digestOf } from './meaning.ts';
import type { Edit } from './edits.ts';
import type { EditPlan } from './plan-edits.ts';
import { nameOf, planFor } from './plan-link.ts';
import { readPublished } from './published.ts';
import type { RenderedPost } from './render-post.ts';
import { addressOfPost, readKnown, recordCopy, sentOf, type Session } from './session.ts';
import { sendable } from './units.ts';

/** A draft that is to become an essay's copy, and the way to it. */
export type LinkDoor = { link: DraftLink; post: RenderedPost; send: Send };

/** What would be done in a draft. */
export type LinkPlan = { copy: Copy; isPublic: boolean; reading: DraftReading; plan: EditPlan };

/** Reads the live draft and plans its way to the post; sends nothing that changes anything. */
export async function planLinkPush(session: Session, door: LinkDoor): Promise<LinkPlan> {
  const { world, wishes } = session;
  const { link, post, send } = door;
  const site = world.forums[link.forum];
  const copy: Copy = { slug: post.essay.slug, forum: homeOf(link.forum) };
  refuseOtherPost(session, copy, link);
  const published = await readPublished(site, link.id, send);
  if (published !== null && wishes.edits) {
    throw new ForumError(
      'refused',
      `The post \`${link.id}\` is public, and what \`--edit\` changes would be so at once. Leave it out: the author then accepts each change.`,
    );
  }
  const reading = await readDraft(site, link, send);
  return { copy, isPublic: published !== null, reading, plan: planFor(session, { copy, post, reading }) };
}

/** One draft is the copy of one essay, and the ledger says which. */
function refuseOtherPost({ world }: Session, { slug, forum }: Copy, { id }: DraftLink): void {
  const { posts } = readLedger(world.root);
  const known = posts[slug]?.[forum];
  if (known !== undefined && known.id !== id) {
    throw new Error(
      `The copy of \`${slug}\` is the post \`${known.id}\`, and the link leads to \`${id}\`. Use the link of that post, or take \`${slug}\` out of \`content/posts.yaml\`.`,
    );
  }
  const other = Object.entries(posts).find(([name, entries]) => name !== slug && entries[forum]?.id === id)?.[0];
  if (other !== undefined)
    throw new Error(`The draft \`${id}\` is the copy of \`${other}\`. Make a draft of its own for \`${slug}\`.`);
}

const rounds = 4;

/** Makes the edits of a plan, and plans anew where an answer was lost or a place was not found. Gives what the author should know. */
export async function executeLinkPlan(session: Session, door: LinkDoor, agreed: LinkPlan): Promise<string[]> {
  const { world } = session;
  const { copy } = agreed;
  const remarks: string[] = [];
  begin(session, door, agreed);
  for (let round = 1; ; round += 1) {
    const reading = await readDraft(world.forums[door.link.forum], door.link, door.send);
    const plan = planFor(session, { copy, post: door.post, reading });
    if (round === 1 && !isSamePlan(plan, agreed.plan))
      throw new ForumError(
        'stale',
        `The draft \`${door.link.id}\` changed while this command ran; nothing was changed by it. Run the command again to see the difference as it is now.`,
      );
    const stopped = await performAll(session, door, { copy, plan, remarks });
    if (stopped === null) {
      await finish(session, door, { ...agreed, plan, reading });
      return [...remarks, ...plan.remarks];
    }
    if (round === rounds) throw stopped;
    await world.sleep(2_000 * round);
  }
}

const isSamePlan = (a: EditPlan, b: EditPlan): boolean => JSON.stringify(a.edits) === JSON.stringify(b.edits);

/** The first error after which the draft has to be read anew; null where all is done. */
async function performAll(
  session: Session,
  { link, post, send }: LinkDoor,
  { copy, plan, remarks }: { copy: Copy; plan: EditPlan; remarks: string[] },
): Promise<ForumError | null> {
  const { world, wishes } = session;
  for (const edit of plan.edits) {
    try {
      const remark = await performEdit(edit, {
        site: world.forums[link.forum],
        link,
        send,
        mode: wishes.edits ? 'edit' : 'suggest',
      });
      if (remark !== null) remarks.push(remark);
    } catch (error) {
      if (!(error instanceof ForumError) || error.outcome === 'refused') throw error;
      if (error.outcome === 'final') rememberFinal(session, { copy, post, link }, edit);
      return error;
    }
  }
  return null;
}

function rememberFinal(
  { world }: Session,
  { copy, post, link }: { copy: Copy; post: RenderedPost; link: DraftLink },
  edit: Edit,
): void {
  const before = readIntent(world.root, copy);
  writeIntent(world.root, copy, {
    ...intentOf(post, link),
    isFilling: before?.isFilling ?? false,
    final: [...(before?.final ?? []), nameOf(edit)],
  });
}

const intentOf = ({ title, digest, markdown }: RenderedPost, { id }: DraftLink): Intent => ({
  id,
  title,
  sent: digest,
  markdown,
  isFilling: false,
  final: [],
});

/** The ledger knows of the draft before its first change. */
function begin(session: Session, { link, post }: LinkDoor, { copy, isPublic, reading }: LinkPlan): void {
  const final = readIntent(session.world.root, copy)?.final ?? [];
  if (reading.markdown.trim() === '')
    writeIntent(session.world.root, copy, { ...intentOf(post, link), isFilling: true, final });
  if (readKnown(session.world.root, copy).entry !== null) return;
  recordCopy(session, copy, {
    id: link.id,
    url: addressOfPost(session.world.forums[copy.forum], { id: link.id, slug: '' }),
    public: isPublic,
    sent: null,
    there: null,
  });
}

async function finish(
  session: Session,
  { link, post, send }: LinkDoor,
  { copy, isPublic, plan }: LinkPlan,
): Promise<void> {
  const { world, wishes } = session;
  const { entry } = readKnown(world.root, copy);
  const partial = plan.result.map(sendable).join('\n\n');
  const sent = plan.isComplete
    ? sentOf(post)
    : { digest: digestOf(post.title, partial), writing: { title: post.title, markdown: partial } };
  const isSettled = plan.isComplete && wishes.edits;
  const there = isSettled ? await readDraft(world.forums[link.forum], link, send).catch(() => null) : null;
  const url = entry?.url ?? addressOfPost(world.forums[copy.forum], { id: link.id, slug: '' });
  recordCopy(session, copy, { id: link.id, url, public: isPublic, sent, there });
  if ((readIntent(world.root, copy)?.final ?? []).length === 0) removeIntent(world.root, copy);
}
