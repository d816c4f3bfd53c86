import { diffArrays } from 'diff';
import { withoutStyles } from '../../forum-model/meaning/blocks.ts';
import type { Unit } from './units.ts';

/** Two versions of a post side by side: what is the same, what became what, what is in one of them alone. In the order of the post. */
export type Pair = { live: Unit; ours: Unit } | { live: Unit; ours: null } | { live: null; ours: Unit };

/** Finds, for the fewest changes, which unit of a draft is which unit of the post. */
export function pairUnits(live: readonly Unit[], ours: readonly Unit[]): Pair[] {
  const changes = diffArrays([...live], [...ours], { comparator: (a, b) => a.key === b.key });
  const pairs: Pair[] = [];
  let removed: Unit[] = [];
  let at = 0;
  for (const { added, removed: isRemoved, value } of changes) {
    if (isRemoved) removed.push(...value);
    else if (added) {
      pairs.push(...pairHunk(removed, value));
      removed = [];
    } else {
      pairs.push(...removed.map((unit): Pair => ({ live: unit, ours: null })));
      removed = [];
      pairs.push(...sameOf(live, value, at));
    }
    if (!added) at += value.length;
  }
  return [...pairs, ...removed.map((unit): Pair => ({ live: unit, ours: null }))];
}

/** Units that both versions have; `live` gives their Markdown as it stands in the draft. */
const sameOf = (live: readonly Unit[], value: readonly Unit[], at: number): Pair[] =>
  value.flatMap((unit, index) => {
    const there = live[at + index];
    return there === undefined ? [] : [{ live: there, ours: unit }];
  });

/** Pairs units of a stretch that differs where one is recognisably another version of the other. */
function pairHunk(live: readonly Unit[], ours: readonly Unit[]): Pair[] {
  const pairs: Pair[] = [];
  let next = 0;
  for (const unit of ours) {
    const found = live.findIndex((one, index) => index >= next && isVersionOf(one, unit));
    if (found < 0) {
      pairs.push({ live: null, ours: unit });
      continue;
    }
    pairs.push(...live.slice(next, found).map((one): Pair => ({ live: one, ours: null })), {
      live: live[found] ?? unit,
      ours: unit,
    });
    next = found + 1;
  }
  return [...pairs, ...live.slice(next).map((one): Pair => ({ live: one, ours: null }))];
}

/** Whether one unit is recognisably another version of the other: of the same kind, with most words in common. */
function isVersionOf(a: Unit, b: Unit): boolean {
  return (
    (a.model === null) === (b.model === null) &&
    (likeness(a, b) >= 0.5 || (a.model !== null && a.lines[0] === b.lines[0] && /^\[[^\]]*\] #/.test(a.lines[0] ?? '')))
  );
}

/** The share of words that two units have in common, from 0 to 1. */
export function likeness(a: Unit, b: Unit): number {
  const [left, right] = [a, b].map(
    ({ lines }) =>
      withoutStyles(lines.join(' '))
        .toLowerCase()
        .match(/[\p{L}\p{N}]+/gu) ?? [],
  );
  if (left === undefined || right === undefined || left.length + right.length === 0) return 0;
  const counts = new Map<string, number>();
  for (const word of left) counts.set(word, (counts.get(word) ?? 0) + 1);
  let common = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    if (count === 0) continue;
    counts.set(word, count - 1);
    common += 1;
  }
  return (2 * common) / (left.length + right.length);
}
