import { rankOf, type Direction } from '../engine/model/certainty.ts';
import type { FindingCard } from '../engine/model/site.ts';

/**
 * Returns the finding of a direction with the highest certainty, or null. Of several, it is the one with most
 * citations.
 */
export function strongest(findings: readonly FindingCard[], direction: Direction): FindingCard | null {
  const [first] = findings
    .filter((finding) => finding.direction === direction)
    .toSorted((a, b) => rankOf(b) - rankOf(a) || b.citations.length - a.citations.length);
  return first ?? null;
}
