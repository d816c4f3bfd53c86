import type { Check } from '../model/rule.ts';

export const futureYear: Check = {
  id: 'future-year',
  level: 'warning',
  description: 'A work is dated in a year that has not begun. Most often two digits were swapped.',
  remedy:
    'Correct the date; for a work that is accepted and not out, write `pubstate = {forthcoming}` or `year = {in press}`.',
  check: ({ library, entries }, { today }) =>
    [...library.values()].flatMap(({ key, year, file }) => {
      const entry = entries.get(key);
      if (today === null || entry === undefined || year === null || year <= Number(today.slice(0, 4))) return [];
      if (/^(?:forthcoming|inpress)$/.test(entry.valueOf('pubstate') ?? '')) return [];
      const field = entry.valueOf('date') === undefined ? 'year' : 'date';
      return [
        {
          file,
          position: entry.positionOf(field),
          reason: `Invalid year ${year} of \`${key}\`: expected one that has begun`,
        },
      ];
    }),
};
