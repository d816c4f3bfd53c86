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
      return { total: results.length, results: data.map(toFound) };
    };
  } catch {
    return null;
  }
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
