import type { Position } from 'unist';
import type { Essay } from '../engine/model/essay.ts';
import type { Difference, PostFormat, Proof } from '../forum-model/index.ts';
import type { Loss } from './preview.ts';

/** A loss with its position in the essay, and the differences that show it, by format. */
export type LocatedLoss = Loss & { position: Position | undefined; found: Map<PostFormat, Difference> };

/** Returns the losses of all formats, in the order of the essay. A loss in several formats is listed once. */
export function listLosses({ path }: Essay, proofs: readonly [PostFormat, Proof][]): LocatedLoss[] {
  const found = proofs.flatMap(([format, { differences }]) =>
    differences.map((difference) => ({ format, difference })),
  );
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
      formats: [...new Set(group.map(({ format }) => format))],
      found: new Map(group.map(({ format, difference }) => [format, difference])),
    };
  });
}

const offsetOf = (difference: Difference | undefined): number => difference?.position?.start.offset ?? Infinity;
