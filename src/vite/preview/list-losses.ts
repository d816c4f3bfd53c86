import type { Position } from 'unist';
import type { Essay } from '../../engine/model/essay.ts';
import type { Difference, Door, Proof } from '../../forum-model/index.ts';
import type { Loss } from './preview.ts';

/** A loss with its place in the essay, and with the differences that it was found as, by door. */
export type PlacedLoss = Loss & { position: Position | undefined; found: Map<Door, Difference> };

/** What is lost at any door, in the order of the essay; what is lost at several is one. */
export function listLosses({ path }: Essay, proofs: readonly [Door, Proof][]): PlacedLoss[] {
  const found = proofs.flatMap(([door, { differences }]) => differences.map((difference) => ({ door, difference })));
  const groups = [
    ...Map.groupBy(found, ({ difference: { reason, position } }) => `${position?.start.offset} ${reason}`).values(),
  ];
  const inOrder = groups.toSorted(([a], [b]) => offsetOf(a?.difference) - offsetOf(b?.difference));
  return inOrder.map((group, index) => {
    const { reason = '', position } = group[0]?.difference ?? {};
    return {
      number: index + 1,
      reason,
      position,
      place: position === undefined ? path : `${path}:${position.start.line}:${position.start.column}`,
      doors: [...new Set(group.map(({ door }) => door))],
      found: new Map(group.map(({ door, difference }) => [door, difference])),
    };
  });
}

const offsetOf = (difference: Difference | undefined): number => difference?.position?.start.offset ?? Infinity;
