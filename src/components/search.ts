/** A page that was found; `sections` are those of its headings under which the words stand. */
export type Found = { kind: string; url: string; title: string; excerpt: string; sections: { url: string; title: string; excerpt: string }[] };

export type Search = (query: string) => Promise<{ total: number; results: Found[] }>;

type PagefindData = {
  url: string;
  excerpt: string;
  meta: { title?: string };
  filters: { kind?: string[] };
  sub_results: { url: string; title: string; excerpt: string }[];
};
type Pagefind = { init: () => Promise<void>; search: (query: string) => Promise<{ results: { data: () => Promise<PagefindData> }[] }> };

const read = 24;

/** Loads Pagefind's index when it is first needed; null where there is none, as on the development server. */
export async function loadSearch(address: string): Promise<Search | null> {
  try {
    const pagefind = (await import(/* @vite-ignore */ address)) as Pagefind;
    await pagefind.init();
    return async (query) => {
      const { results } = await pagefind.search(query);
      const data = await Promise.all(results.slice(0, read).map((result) => result.data()));
      const meant = data.filter((one) => holdsBeginning(one, query));
      return { total: results.length - data.length + meant.length, results: meant.map(toFound) };
    };
  } catch {
    return null;
  }
}

/** Pagefind shortens a word that it does not find, down to a letter: what it marked then has to begin as the query does. */
function holdsBeginning({ excerpt, sub_results: sections }: PagefindData, query: string): boolean {
  const fold = (text: string): string => text.normalize('NFKD').replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
  const beginnings = query.split(/\s+/).map((word) => fold(word).slice(0, 3)).filter((word) => word !== '');
  const marked = [excerpt, ...sections.map((section) => section.excerpt)].flatMap((html) => [...html.matchAll(/<mark>(.*?)<\/mark>/g)].map((match) => fold(match[1] ?? '')));
  return marked.length === 0 || beginnings.some((beginning) => marked.some((word) => word.includes(beginning)));
}

function toFound({ url, excerpt, meta, filters, sub_results: sections }: PagefindData): Found {
  return {
    kind: filters.kind?.[0] ?? 'Page',
    url,
    title: meta.title ?? url,
    excerpt,
    sections: sections.filter((section) => section.url.includes('#')),
  };
}
