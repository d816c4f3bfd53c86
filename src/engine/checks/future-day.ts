import type { Located, Review } from '../model/review.ts';
import type { Check } from '../model/rule.ts';
import { searchEntriesOf } from './search-entries.ts';

/** A day, and where it is written. */
type Day = { on: string; file: string; positionOf: Located<unknown>['positionOf']; path: readonly PropertyKey[] };

const essayDays: readonly ('published' | 'updated' | 'searched')[] = ['published', 'updated', 'searched'];

/** The day of a field of a frontmatter that could not be read. */
const unreadDay = '9999-12-31';

/** Time zones may differ by a day. */
const dayAfter = (day: string): string => new Date(Date.parse(day) + 24 * 60 * 60 * 1000).toISOString().slice(0, 10);

export const futureDay: Check = {
  id: 'future-day',
  level: 'warning',
  description:
    'The day of an essay, a search, a forecast, a change of the answer or an audit is not yet reached. A search on such a day is never overdue.',
  remedy: 'Correct the day. Often the year is wrong.',
  check: (review, { today }) =>
    daysOf(review).flatMap(({ on, file, positionOf, path }) =>
      today === null || on <= dayAfter(today) || on === unreadDay
        ? []
        : [{ file, position: positionOf(path), reason: `Invalid day ${on}: expected one that is not after ${today}` }],
    ),
};

const daysOf = ({ essays, searches, forecasts, changes, audits }: Review): Day[] => [
  ...essays.flatMap(({ path: file, frontmatter, positionOf }) =>
    essayDays.map((field) => ({ on: frontmatter[field], file, positionOf, path: [field] })),
  ),
  ...searchEntriesOf(searches).map(({ search: { on }, path }) => ({ ...searches, on, path: [...path, 'on'] })),
  // Values are sorted by day, so their index is not that of the file.
  ...forecasts.value.flatMap(({ values }, index) =>
    values.map(({ on }) => ({ ...forecasts, on, path: [index, 'values'] })),
  ),
  ...changes.value.map(({ on }, index) => ({ ...changes, on, path: [index, 'on'] })),
  ...audits.value.audits.map(({ date }, index) => ({ ...audits, on: date, path: ['audits', index, 'date'] })),
];
