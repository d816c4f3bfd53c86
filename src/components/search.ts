import { fold } from '../engine/model/fold.ts';

type SearchHit = { url: string; title: string; excerpt: string };

/** A page that was found; `short` is a work's "Kaplan et al., 2020", `sections` are those of an essay's headings under which the words stand. */
export type Found = SearchHit & { kind: string; short: string; sections: SearchHit[] };

/** What a page of the site is; results are shown in this order. */
export const kinds = ['Essay', 'Work', 'Page', 'Guide'] as const;
type Kind = (typeof kinds)[number];

/** `guide` is for pages of the guide too, `limit` is how many pages of a kind are read. */
export type SearchOptions = { guide: boolean; limit: number };
/** Searches the review; results are grouped by kind, the best of a kind first. */
export type Search = (query: string, options: SearchOptions) => Promise<{ total: number; results: Found[] }>;

type PagefindData = {
  url: string;
  excerpt: string;
  meta: { title?: string; short?: string };
  filters: { kind?: string[] };
  sub_results: SearchHit[];
};
type PagefindResult = { id: string; score: number; data: () => Promise<PagefindData> };
type Pagefind = {
  init: () => Promise<void>;
  search: (query: string, options: { filters: object }) => Promise<{ results: PagefindResult[] }>;
};

/** Loads Pagefind's index when it is first needed; null where there is none, as on the development server. */
export async function loadSearch(address: string): Promise<Search | null> {
  try {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.init();
    return async (query, { guide, limit }) => {
      const asked = kinds.filter((kind) => guide || kind !== 'Guide');
      const found = await Promise.all(asked.map((kind) => searchKind(pagefind, query, { kind, limit })));
      return {
        total: found.reduce((sum, { total }) => sum + total, 0),
        results: found.flatMap(({ results }) => results),
      };
    };
  } catch {
    return null;
  }
}

/** Each kind is searched by itself: many works that hold a word must not push out an essay that does. */
async function searchKind(
  pagefind: Pagefind,
  query: string,
  { kind, limit }: { kind: Kind; limit: number },
): Promise<{ total: number; results: Found[] }> {
  const { results } = await pagefind.search(query, { filters: { kind } });
  // Pagefind leaves the order of equal scores open; an id is a hash of the page.
  const ordered = results.toSorted((a, b) => b.score - a.score || (a.id < b.id ? -1 : 1));
  const data = await Promise.all(ordered.slice(0, limit).map((result) => result.data()));
  const meant = data.filter((one) => holdsBeginning(one, query));
  return { total: results.length - data.length + meant.length, results: meant.map(toFound) };
}

const markedIn = (html: string): string[] =>
  [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => fold(match[1] ?? ''));

/** Pagefind shortens a word that it does not find, down to a letter: what it marked then has to begin as the query does. */
function holdsBeginning({ excerpt, sub_results: sections }: PagefindData, query: string): boolean {
  const beginnings = query
    .split(/\s+/)
    .map((word) => fold(word).slice(0, 3))
    .filter((word) => word !== '');
  const marked = [excerpt, ...sections.map((section) => section.excerpt)].flatMap(markedIn);
  return marked.length === 0 || beginnings.some((beginning) => marked.some((word) => word.includes(beginning)));
}

function toFound({ url, excerpt, meta, filters, sub_results: sections }: PagefindData): Found {
  const kind = filters.kind?.[0] ?? 'Page';
  const parts = fullest(sections).filter((section) => section.url.includes('#'));
  return {
    kind,
    url,
    title: meta.title ?? url,
    short: meta.short ?? '',
    // A work's page begins with its title and reference, which the result shows already.
    excerpt: (kind === 'Work' && parts[0]?.excerpt) || excerpt,
    sections: kind === 'Work' ? [] : parts,
  };
}

/** The sections that hold the most of the words: of "chain of thought", not the one that only says "of". */
function fullest(sections: readonly SearchHit[]): SearchHit[] {
  const counts = sections.map(({ excerpt }) => new Set(markedIn(excerpt)).size);
  return sections.filter((_, index) => counts[index] === Math.max(...counts));
}
