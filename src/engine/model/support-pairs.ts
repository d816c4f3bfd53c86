import type { CitedAt, Essay } from './essay.ts';
import { supportBySentence, type ReadAs, type ReadRecord, type WorkSupport } from './support.ts';

/** A sentence and a work that it cites; `record` is null if nothing is recorded. */
export type Pair = { at: CitedAt; record: WorkSupport | null };

/** Returns every sentence of an essay with each work that it cites, once, in document order. */
export function pairsOf({ citedAt, support }: Pick<Essay, 'citedAt' | 'support'>): Pair[] {
  const records = supportBySentence(support);
  const pairs = new Map<string, Pair>();
  for (const at of citedAt) {
    const id = JSON.stringify([at.normal, at.key]);
    if (!pairs.has(id)) pairs.set(id, { at, record: records.get(at.normal)?.[at.key] ?? null });
  }
  return [...pairs.values()];
}

/** How much of an essay was checked, counted in pairs of a sentence and a work. */
export type Coverage = {
  pairs: number;
  /** Pairs with a record. */
  checked: number;
  /** Of these, the pairs that the work supports only in part. */
  partly: number;
  /** Of these, pairs by how much of the work was read. */
  readings: Readonly<Record<ReadAs, number>>;
};

/** Computes the coverage of an essay; null if there is no `support.yaml`. */
export function coverageOf(essay: Pick<Essay, 'citedAt' | 'support'>): Coverage | null {
  if (essay.support === null) return null;
  const pairs = pairsOf(essay);
  const records = pairs.flatMap(({ record }) => record ?? []);
  const countOf = (reading: ReadAs): number => records.filter(({ read }) => read === reading).length;
  return {
    pairs: pairs.length,
    checked: records.length,
    partly: records.filter(({ verdict }) => verdict === 'partly').length,
    readings: {
      'full-text': countOf('full-text'),
      excerpt: countOf('excerpt'),
      abstract: countOf('abstract'),
      retelling: countOf('retelling'),
    },
  };
}

/** Returns records whose sentence is no longer in the essay, each with its index in the file. */
export function staleRecordsOf({ citedAt, support }: Pick<Essay, 'citedAt' | 'support'>): StaleRecord[] {
  const sentences = new Set(citedAt.map(({ normal }) => normal));
  return (support?.records ?? []).flatMap((record, index) => (sentences.has(record.normal) ? [] : [{ record, index }]));
}

export type StaleRecord = { record: ReadRecord; index: number };
