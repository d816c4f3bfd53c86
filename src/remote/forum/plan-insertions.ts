import { leave, type Edit, type Planning } from './edits.ts';
import { prefixOf } from './locate.ts';
import type { Pair } from './pair-units.ts';
import { insideOf, sendable, type Unit } from './units.ts';

/** Inserts units before what follows them in the draft, or after what precedes them, or at the end; neighbours together. */
export function planInsertions(indexes: readonly number[], planning: Planning): void {
  const runs: { units: Unit[]; first: number; last: number }[] = [];
  for (const index of indexes) {
    const unit = planning.pairs[index]?.ours;
    if (!unit) continue;
    const run = runs.at(-1);
    const isNeighbour =
      run !== undefined && planning.pairs.slice(run.last + 1, index).every(({ live }) => live === null);
    if (isNeighbour) Object.assign(run, { units: [...run.units, unit], last: index });
    else runs.push({ units: [unit], first: index, last: index });
  }
  for (const run of runs) planRun(run, planning);
}

function planRun(
  { units, first, last }: { units: readonly Unit[]; first: number; last: number },
  planning: Planning,
): void {
  const gone = new Set(planning.planned.flatMap((edit) => (edit.kind === 'delete' ? edit.units : [])));
  const stays = ({ live }: Pair): Unit[] => (live === null || gone.has(live) ? [] : [live]);
  const after = planning.pairs.slice(last + 1).flatMap(stays);
  const before = planning.pairs.slice(0, first + 1).flatMap(stays);
  const requests = requestsOf(units);
  const next = anchorOf(after[0], planning);
  const previous = anchorOf(before.at(-1), planning);
  if (next !== null) planning.planned.push(...requests.map((request) => ({ ...request, location: { before: next } })));
  else if (after.length === 0)
    planning.planned.push(...requests.map((request): Edit => ({ ...request, location: 'end' })));
  else if (previous !== null)
    planning.planned.push(...requests.toReversed().map((request) => ({ ...request, location: { after: previous } })));
  else
    leave(
      units,
      'The blocks around it start as others do, so the forum could not tell its place; insert it in the editor',
      planning,
    );
}

function anchorOf(unit: Unit | undefined, { live, ours }: Planning): string | null {
  if (unit === undefined) return null;
  const fresh = ours.filter(({ key }) => live.every((other) => other.key !== key));
  return prefixOf(unit, [...live.filter((other) => other !== unit), ...fresh]);
}

type Insertion =
  | { kind: 'insert'; markdown: string; units: readonly Unit[] }
  | { kind: 'insert model-written'; markdown: string; model: string; units: readonly Unit[] };

/** Plain neighbours in one request, each model-written block in one of its own. */
function requestsOf(units: readonly Unit[]): Insertion[] {
  const requests: Insertion[] = [];
  for (const unit of units) {
    const last = requests.at(-1);
    if (unit.model !== null)
      requests.push({ kind: 'insert model-written', markdown: insideOf(unit), model: unit.model, units: [unit] });
    else if (last?.kind === 'insert') Object.assign(last, joined([...last.units, unit]));
    else requests.push({ kind: 'insert', ...joined([unit]) });
  }
  return requests;
}

const joined = (units: readonly Unit[]): { markdown: string; units: readonly Unit[] } => ({
  markdown: units.map(sendable).join('\n\n'),
  units,
});
