import type { Check } from '../model/rule.ts';

export const futureYear: Check = {
  id: 'future-year',
  level: 'warning',
  description: 'The year of a work has not begun yet. Often two digits are swapped.',
  remedy:
    'Correct the date. For an accepted work that is not published yet, write `pubstate = {forthcoming}` or `year = {in press}`.',
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
