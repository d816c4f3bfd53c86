/** The ids of modules that have no file. Vite expects a NUL before them. */
export const virtualIds = {
  review: '\0virtual:review',
  essays: '\0virtual:essays',
  posts: '\0virtual:posts',
  previews: '\0virtual:previews',
  examples: '\0virtual:examples',
  strings: '\0virtual:strings',
} as const;

const virtualIdByImport = new Map<string, string>(Object.values(virtualIds).map((id) => [id.slice(1), id]));

/** Returns the id for `virtual:review` and its like, or undefined for other imports. */
export const virtualIdOf = (name: string): string | undefined => virtualIdByImport.get(name);

const contents = ['essay', 'forum', 'preview'] as const;

/** What the module of an essay contains: its page, its post, or the preview of its post. */
export type ModuleContent = (typeof contents)[number];

/** Parses the id of an essay's module, `…/content/essays/SLUG/index.mdx?CONTENT`. Returns null for other modules. */
export function parseEssayModuleId(id: string): { slug: string; content: ModuleContent } | null {
  const [, slug, query] = /\/content\/essays\/([^/]+)\/index\.mdx\?(\w+)$/.exec(id) ?? [];
  const content = contents.find((name) => name === query);
  return slug === undefined || content === undefined ? null : { slug, content };
}
