import { fold } from '../model/fold.ts';
import type { Check } from '../model/rule.ts';
import { areFoldedTitlesAlike, foldTitle, type FoldedTitle } from '../model/titles.ts';
import type { Work } from '../model/work.ts';

export const sameWorkTwice: Check = {
  id: 'same-work-twice',
  level: 'warning',
  description:
    'Two entries are the same work: they have the same DOI or arXiv id, or the same first author and nearly the same title. The references would list it twice. This is a warning if both are cited, and a hint otherwise.',
  remedy: 'Cite one of the two keys everywhere, and remove the other entry.',
  check: ({ library, essays }) => {
    const cited = new Set(essays.flatMap(({ cites }) => cites));
    return pairsOf([...library.values()]).map(({ first, second, by }) => {
      const level = cited.has(first.key) && cited.has(second.key) ? 'warning' : 'hint';
      const reason = `Duplicate entry \`${second.key}\` of the work \`${first.key}\` (${by}): expected one key for a work`;
      return { file: second.file, position: second.position, level, reason };
    });
  },
};

type Pair = { first: Work; second: Work; by: string };

function pairsOf(works: readonly Work[]): Pair[] {
  const byId = new Map<string, Work>();
  const byAuthor = new Map<string, Titled[]>();
  return works.flatMap((work) => {
    const ids = idsOf(work);
    const id = ids.find(({ value }) => byId.has(value));
    const author = fold(work.csl.author?.[0]?.family ?? work.names[0] ?? '');
    const title = foldTitle(work.title);
    const alike = byAuthor.get(author)?.find((other) => isAlike({ work, title }, other));
    const first = (id === undefined ? undefined : byId.get(id.value)) ?? alike?.work;
    if (first !== undefined) return [{ first, second: work, by: id?.name ?? 'nearly the same title' }];
    for (const { value } of ids) byId.set(value, work);
    byAuthor.set(author, [...(byAuthor.get(author) ?? []), { work, title }]);
    return [];
  });
}

function idsOf({ doi, arxiv }: Work): { name: string; value: string }[] {
  return [
    ...(doi === null ? [] : [{ name: 'same DOI', value: doi.toLowerCase() }]),
    ...(arxiv === null ? [] : [{ name: 'same arXiv id', value: arxiv }]),
  ];
}

type Titled = { work: Work; title: FoldedTitle };

/** Reports whether works have nearly the same title and no differing DOI or arXiv id. */
const isAlike = (one: Titled, other: Titled): boolean =>
  areFoldedTitlesAlike(one.title, other.title) &&
  !differ(one.work.arxiv, other.work.arxiv) &&
  !differ(one.work.doi, other.work.doi);

const differ = (one: string | null, other: string | null): boolean => one !== null && other !== null && one !== other;
