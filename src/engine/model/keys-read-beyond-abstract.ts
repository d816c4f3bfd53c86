import type { Essay } from './essay.ts';

/** Keys of the works that were read beyond their abstract for some sentence of the essays. */
export function keysReadBeyondAbstract(essays: readonly Pick<Essay, 'support'>[]): ReadonlySet<string> {
  const records = essays.flatMap(({ support }) => support?.records ?? []);
  const works = records.flatMap((record) => Object.entries(record.works));
  return new Set(works.flatMap(([key, { read }]) => (read === 'full-text' || read === 'excerpt' ? [key] : [])));
}
