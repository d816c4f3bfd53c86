import type { Check } from '../model/rule.ts';

export const missingDate: Check = {
  id: 'missing-date',
  level: 'error',
  description:
    'A work has no date, not even “in press”. A citation would print “n.d.”. This is an error if an essay cites the work, and a warning otherwise.',
  remedy: 'Write `date = {2024-06}`, or `year = {in press}`.',
  check: ({ library, essays }) => {
    const cited = new Set(essays.flatMap(({ cites }) => cites));
    const undated = [...library.values()].filter(
      ({ year, csl }) => year === null && csl.issued === undefined && csl.status === undefined,
    );
    return undated.map(({ key, file, position }) => {
      const level = cited.has(key) ? 'error' : 'warning';
      const reason = `Missing date of \`${key}\`${level === 'error' ? ', which is cited' : ''}: expected \`date = {…}\``;
      return { file, position, level, reason };
    });
  },
};
