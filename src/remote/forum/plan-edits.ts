import { changesOfText } from './change-text.ts';
import { leave, startOf, type Edit, type Planning, type PlanOptions } from './edits.ts';
import { prefixOf } from './locate.ts';
import { pairUnits, type Pair } from './pair-units.ts';
import { becomes, isDeletionPending } from './pending.ts';
import { planInsertions } from './plan-insertions.ts';
import type { Unit } from './units.ts';

/** The difference between a live draft and a post as edits, in order, and what stays undone, in sentences. */
export type EditPlan = {
  edits: Edit[];
  remarks: string[];
  /** Whether nothing of the post stays undone. */
  isComplete: boolean;
  /** What of the post is there, or suggested, once the edits are made: the base of the next plan. */
  result: Unit[];
};

/** Plans the fewest edits. What others wrote stays: only what was sent before, or is recognisably a version of it, is replaced or deleted. */
export function planEdits(live: readonly Unit[], ours: readonly Unit[], options: PlanOptions): EditPlan {
  const pairs = pairUnits(live, ours);
  const planning: Planning = { ...options, live, ours, pairs, planned: [], remarks: [], left: new Set() };
  const inserted: number[] = [];
  for (const [index, pair] of pairs.entries()) {
    if (pair.live === null && mayInsert(pair.ours, planning)) inserted.push(index);
    else if (pair.ours === null) planDeletion(pair.live, planning);
    else if (pair.live !== null && pair.live.key !== pair.ours.key && planChange(pair.live, pair.ours, planning))
      inserted.push(index);
  }
  planInsertions(inserted, planning);
  const { planned, remarks, left } = planning;
  return {
    edits: planned,
    remarks,
    isComplete: left.size === 0,
    result: pairs.flatMap((pair) => resultOf(pair, planning)),
  };
}

function resultOf({ live, ours }: Pair, planning: Planning): Unit[] {
  if (ours !== null && !planning.left.has(ours)) return [ours];
  return live !== null && (ours !== null || planning.left.has(live)) && wasSent(live, planning) ? [live] : [];
}

const wasSent = (unit: Unit, { base }: Planning): boolean => base?.some(({ key }) => key === unit.key) === true;

/** Whether a unit that is not there is to be inserted: not where someone deleted it there and it has not changed here. */
function mayInsert(unit: Unit, planning: Planning): boolean {
  if (wasSent(unit, planning) && !planning.theirsIsLost) {
    planning.remarks.push(`Deleted on the forum, and left so: ${startOf(unit)}`);
    return false;
  }
  if (unit.model === null || planning.isFilling || planning.edits) return true;
  return leave(
    [unit],
    'New model-written text can only be inserted at once, and not suggested; add `--edit`',
    planning,
  );
}

/** Deletes what was sent once and is no part of the post any more. */
function planDeletion(unit: Unit, planning: Planning): void {
  if (wasSent(unit, planning) && !isDeletionPending(unit, planning.pending)) deleteUnit(unit, { as: unit }, planning);
}

/** Changes a unit by its words where these are all that changed; true where it has to be inserted anew, after it was deleted. */
function planChange(live: Unit, ours: Unit, planning: Planning): boolean {
  if (becomes(live, ours, planning.pending)) return false;
  if (!planning.theirsIsLost && isTheirs(live, ours, planning)) return false;
  const changes = changesOfText(live, ours, planning.live);
  if (changes !== null) {
    planning.planned.push(...changes.map((change): Edit => ({ kind: 'replace text', ...change, units: [ours] })));
    return false;
  }
  if (ours.model !== null && !planning.edits) {
    return leave(
      [ours],
      'More than words changed in this section of model-written text (a formula, a link, a footnote or a paragraph is new, gone or moved), and such a block can only be replaced at once; add `--edit`',
      planning,
    );
  }
  if (ours.model !== null)
    planning.remarks.push(
      `The block of this section is replaced as a whole, because more than words changed in it: ${startOf(ours)}`,
    );
  return isDeletionPending(live, planning.pending) || deleteUnit(live, { as: ours }, planning);
}

/** Whether someone edited a unit on the forum, so that it is not for us to change. */
function isTheirs(live: Unit, ours: Unit, planning: Planning): boolean {
  if (wasSent(live, planning)) return false;
  if (wasSent(ours, planning)) {
    planning.remarks.push(`Edited on the forum, and left so: ${startOf(live)}`);
    return true;
  }
  if (!planning.edits) return false;
  return !leave(
    [ours],
    'Edited on the forum and changed here too; add `--theirs-is-lost` to overwrite it, or leave out `--edit` to suggest it',
    planning,
  );
}

/** Deletes a unit of the draft; `as` is the unit that stays undone where it cannot be deleted. */
function deleteUnit(unit: Unit, { as }: { as: Unit }, planning: Planning): boolean {
  if (!planning.edits && /^\s*(?:\$\$|\\\[)/.test(unit.markdown)) {
    return leave(
      [as],
      'A display formula cannot be deleted as a suggestion; delete it in the editor, or add `--edit`',
      planning,
    );
  }
  const prefix = prefixOf(
    unit,
    planning.live.filter((other) => other !== unit),
  );
  if (prefix === null)
    return leave(
      [as],
      'Another block starts as this one does, so the forum could not tell which is to be deleted; delete it in the editor',
      planning,
    );
  planning.planned.push({ kind: 'delete', prefix, units: [unit] });
  return true;
}
