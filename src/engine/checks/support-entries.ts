import type { Position } from 'unist';
import type { Essay } from '../model/essay.ts';
import type { ReadRecord, WorkSupport } from '../model/support.ts';

/** The record of one work for a sentence; `positionOf` finds one of its fields, or the record. */
type SupportEntry = {
  essay: Essay;
  record: ReadRecord;
  key: string;
  value: WorkSupport;
  file: string;
  positionOf: (field?: keyof WorkSupport) => Position;
};

/** Returns every pair of a sentence and a work in the support files. */
export const supportEntriesOf = (essays: readonly Essay[]): SupportEntry[] =>
  essays.flatMap((essay) =>
    (essay.support?.records ?? []).flatMap((record, index) =>
      Object.entries(record.works).flatMap(([key, value]) => {
        if (essay.support === null) return [];
        const { file, positionOf } = essay.support;
        const path = [index, 'works', key];
        return [
          { essay, record, key, value, file, positionOf: (field) => positionOf(field ? [...path, field] : path) },
        ];
      }),
    ),
  );
