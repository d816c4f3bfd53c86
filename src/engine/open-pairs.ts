import { entryHash } from './bibliography/index.ts';
import type { CitedAt, Essay } from './model/essay.ts';
import { findSimilar } from './model/suggestion.ts';
import type { WorkSupport } from './model/support.ts';
import { pairsOf, staleRecordsOf, type StaleRecord } from './model/support-pairs.ts';
import type { Library, Work } from './model/work.ts';

/** A sentence and a cited work that have yet to be compared. */
export type OpenPair = {
  at: CitedAt;
  work: Work;
  /** No record; only a similar sentence has a record; or the entry of the work has changed since the record. */
  why: 'missing' | 'changed-sentence' | 'changed-entry';
  /** The earlier record. */
  former: WorkSupport | null;
  /** The record of the similar sentence. */
  stale: StaleRecord | null;
};

/** Returns the pairs of an essay that need checking, in document order. */
export function openPairsOf(essay: Pick<Essay, 'citedAt' | 'support'>, library: Library): OpenPair[] {
  const stale = staleRecordsOf(essay);
  return pairsOf(essay).flatMap(({ at, record }): OpenPair[] => {
    const work = library.get(at.key);
    if (work === undefined) return [];
    if (record !== null)
      return record.entry === undefined || record.entry === entryHash(work)
        ? []
        : [{ at, work, why: 'changed-entry', former: record, stale: null }];
    const similar = similarRecord(at, stale);
    const former = similar?.record.works[at.key] ?? null;
    return [{ at, work, why: similar === null ? 'missing' : 'changed-sentence', former, stale: similar }];
  });
}

function similarRecord({ normal, key }: CitedAt, stale: readonly StaleRecord[]): StaleRecord | null {
  const ofWork = stale.filter(({ record }) => record.works[key] !== undefined);
  const similar = findSimilar(
    normal,
    ofWork.map(({ record }) => record.normal),
  );
  return ofWork.find(({ record }) => record.normal === similar) ?? null;
}
