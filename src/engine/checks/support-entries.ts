import type { Position } from 'unist';
import type { Essay } from '../model/essay.ts';
import type { ReadRecord, WorkSupport } from '../model/support.ts';

/** What a record says of one work; `positionOf` finds a field of it, or the whole. */
type SupportEntry = {
  essay: Essay;
  record: ReadRecord;
  key: string;
  value: WorkSupport;
  file: string;
  positionOf: (field?: keyof WorkSupport) => Position;
};

/** Every sentence and work that the support files speak of. */
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
