import { rankOf, type Direction } from '../engine/model/certainty.ts';
import type { FindingCard } from '../engine/model/site.ts';

/** The surest finding of a direction; of several, the one that rests on most works. Null where there is none. */
export function strongest(findings: readonly FindingCard[], direction: Direction): FindingCard | null {
  const [first] = findings
    .filter((finding) => finding.direction === direction)
    .toSorted((a, b) => rankOf(b) - rankOf(a) || b.citations.length - a.citations.length);
  return first ?? null;
}
