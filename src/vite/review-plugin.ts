import { readFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import type { Plugin } from 'vite';
import { levelOf, type Message } from '../engine/model/message.ts';
import { shownPart } from '../engine/model/published.ts';
import type { Review } from '../engine/model/review.ts';
import { createParseCache, type ParseCache, type ParsedReview } from '../engine/parse-review.ts';
import { readCheckedReview } from '../engine/read-review.ts';
import { renderSiteReview } from '../engine/render/site/review.ts';
import type { EmbedText } from './embed-text.ts';
import { emptyModule, toEssayModule } from './essay-module.ts';

const virtualName = 'virtual:review';
const virtualId = '\0virtual:review';
const essayId = /\/content\/essays\/([^/]+)\/index\.mdx\?(?:essay|forum)$/;

export type ReviewPluginOptions = {
  /** The project's root, which holds `content/` and `bibliography/`. */
  root: string;
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** The review, where it has been read already. */
  review: Review | null;
  embed: EmbedText;
};

/** Brings the review into Astro: each essay as a module (`…/index.mdx?essay`, and `?forum` as its post), and what spans essays as `virtual:review`. */
export function reviewPlugin({ root, base, review, embed }: ReviewPluginOptions): Plugin {
  const cache = createParseCache();
  let current: ParsedReview | null = review === null ? null : { review, baseUrl: null, messages: [] };
  const read = (): ParsedReview => (current ??= readShown(root, cache));
  return {
    name: 'review',
    enforce: 'pre',
    resolveId: (id) => (id === virtualName ? virtualId : null),
    async load(id) {
      const slug = essayId.exec(id)?.[1];
      if (id !== virtualId && slug === undefined) return null;
      const { review: parsed, messages } = read();
      if (parsed === null) return this.error(toViteError(messages, root));
      if (slug === undefined) {
        const site = renderSiteReview(parsed, { library: parsed.library, base, imageOf: (src) => ({ src, original: src }) });
        return `export default JSON.parse(${embed('review.json', JSON.stringify(site))});`;
      }
      this.addWatchFile(id.replace(/\?\w+$/, ''));
      const essay = parsed.essays.find((one) => one.slug === slug);
      if (essay === undefined) return emptyModule;
      // Loaded only where the feed for forums is asked for: pages of the site need nothing of it.
      if (id.endsWith('?forum')) return (await import('./forum-module.ts')).toForumModule(essay, parsed, embed);
      return toEssayModule(essay, { library: parsed.library, base, embed });
    },
    configureServer(server) {
      server.watcher.add([join(root, 'content'), join(root, 'bibliography')]);
      server.middlewares.use((request, response, next) => {
        const file = originalOf(request.url ?? '', { root, base });
        if (file === null || !read().review?.files.has(file)) return next();
        response.end(readFileSync(join(root, file)));
      });
    },
    hotUpdate({ file }) {
      if (!isContent(relative(root, file))) return;
      current = null;
      const modules = [...this.environment.moduleGraph.idToModuleMap.values()];
      return modules.filter(({ id }) => id === virtualId || (id !== null && essayId.test(id)));
    },
    generateBundle() {
      for (const file of this.environment.name === 'client' ? imagesOf(read().review) : []) {
        this.emitFile({ type: 'asset', fileName: file.replace(/^content\//, ''), source: readFileSync(join(root, file)) });
      }
    },
  };
}

/** The review with its drafts, as its authors see it. */
function readShown(root: string, cache: ParseCache): ParsedReview {
  const { review, ...rest } = readCheckedReview(root, cache, { least: 'error', today: null });
  return { review: review && shownPart(review, { drafts: true }), ...rest };
}

const isContent = (path: string): boolean => path.startsWith('content/') || path.startsWith('bibliography/');

/** The file beside an essay that the address `<base>essays/<slug>/<file>` names. */
function originalOf(url: string, { root, base }: { root: string; base: string }): string | null {
  const path = decodeURIComponent(url.split('?')[0] ?? '');
  if (!path.startsWith(`${base}essays/`) || !basename(path).includes('.')) return null;
  return relative(root, join(root, 'content', path.slice(base.length)));
}

function imagesOf(review: Review | null): string[] {
  return (review?.essays ?? []).flatMap(({ path, images }) => images.map((src) => join(dirname(path), src)));
}

/** The first error, as Vite's overlay shows it, with the number of those that it leaves out. */
function toViteError(messages: readonly Message[], root: string) {
  const [first, ...others] = messages.filter((message) => levelOf(message) === 'error');
  if (first === undefined) return { message: 'The review could not be read. Run `npm run check` to see why.' };
  const more = others.length === 0 ? '' : `\nand ${others.length} more, which \`npm run check\` lists`;
  const loc = { file: join(root, first.file ?? ''), line: first.line ?? 1, column: first.column ?? 1 };
  return { message: `${first.reason} (${first.ruleId})${more}`, loc, id: loc.file };
}
