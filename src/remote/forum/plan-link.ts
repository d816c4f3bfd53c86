import { parseSent } from './copy-state.ts';
import type { DraftReading } from './draft-page.ts';
import { describeEdit, type Edit } from './edits.ts';
import { readIntent } from './intent-file.ts';
import type { Copy } from './ledger-file.ts';
import { digestOf } from './meaning.ts';
import { parsePending } from './pending.ts';
import { planEdits, type EditPlan } from './plan-edits.ts';
import type { RenderedPost } from './render-post.ts';
import { readKnown, type Session } from './session.ts';
import { unitsOfBlocks, unitsOfMarkdown } from './units.ts';

/** Plans the way from a live draft to a post, by what was sent before and what the forum asked not to try again. */
export function planFor(
  { world, wishes }: Session,
  { copy, post, reading }: { copy: Copy; post: RenderedPost; reading: DraftReading },
): EditPlan {
  const { entry, sent } = readKnown(world.root, copy);
  const live = unitsOfMarkdown(reading.markdown);
  const isBegun = entry !== null && entry.sent === undefined;
  const plan = planEdits(live, unitsOfBlocks(post.blocks), {
    base: sent === null || isBegun ? null : unitsOfMarkdown(parseSent(sent).markdown),
    edits: wishes.edits,
    isFilling: live.length === 0 || (isBegun && readIntent(world.root, copy)?.isFilling === true),
    theirsIsLost: wishes.theirsIsLost,
    pending: parsePending(reading.threads),
  });
  const final = new Set(readIntent(world.root, copy)?.final ?? []);
  const refused = plan.edits.filter((edit) => final.has(nameOf(edit)));
  const titled =
    reading.title === post.title
      ? []
      : [`The draft’s title is “${reading.title}”; set it to “${post.title}” in the editor.`];
  const remarks = refused.map(
    (edit) => `The forum asked not to try this again; do it in the editor: ${describeEdit(edit)}`,
  );
  return {
    ...plan,
    edits: plan.edits.filter((edit) => !refused.includes(edit)),
    remarks: [...titled, ...plan.remarks, ...remarks],
    isComplete: plan.isComplete && refused.length === 0,
    result: plan.result.filter((unit) => refused.every(({ units }) => !units.includes(unit))),
  };
}

/** A name of an edit by what it does, wherever it is done. */
export function nameOf(edit: Edit): string {
  if (edit.kind === 'delete') return digestOf(edit.kind, edit.prefix);
  return edit.kind === 'replace text'
    ? digestOf(edit.kind, edit.quote, edit.replacement)
    : digestOf(edit.kind, edit.markdown);
}
