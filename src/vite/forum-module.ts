import { contentHash } from '../engine/content-hash.ts';
import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { renderForumPost } from '../engine/render/forum/index.ts';
import { pathsOf, readPostImages, type ReadOptions } from '../post-images/read-post-images.ts';
import { embedAsLiteral, type Embed, type RenderOnce } from './embed.ts';

type ForumModuleOptions = ReadOptions & { renderOnce: RenderOnce };

/** Returns the JavaScript of a post's module, which exports `html` and `markdown`. */
export function renderPostModule(essay: Essay, review: Review, { renderOnce, ...options }: ForumModuleOptions): string {
  const images = pathsOf(readPostImages([essay], options));
  const { html, markdown } = embedPost(essay, review, { embed: embedAsLiteral, renderOnce, images });
  return `export const html = ${html};\nexport const markdown = ${markdown};\n`;
}

/** Returns the JavaScript of `virtual:posts`. `loadPost` returns the same as the module of an essay's post. */
export function renderPostsModule(
  review: Review,
  { embed, renderOnce, ...options }: ForumModuleOptions & { embed: Embed },
): string {
  const images = pathsOf(readPostImages(review.essays, options));
  const posts = review.essays.map((essay) => {
    const { html, markdown } = embedPost(essay, review, { embed, renderOnce, images });
    return `  ${JSON.stringify(essay.slug)}: async () => ({ html: ${html}, markdown: ${markdown} }),`;
  });
  return `const posts = {\n${posts.join('\n')}\n};\nexport const loadPost = (slug) => posts[slug]();\n`;
}

type PostOptions = { embed: Embed; renderOnce: RenderOnce; images: ReadonlyMap<string, string> };

/** Returns both formats, each as a JavaScript expression. */
function embedPost(
  essay: Essay,
  { config, library }: Review,
  { embed, renderOnce, images }: PostOptions,
): { html: string; markdown: string } {
  const context = { config: config.value, library, images };
  const paths = [...images].filter(([source]) => source.startsWith(essay.path.replace(/[^/]*$/, '')));
  const key = [essay.contentHash, contentHash(config.value, paths)];
  const { html, markdown } = renderOnce(['post', ...key], () => renderForumPost(essay, context));
  return { html: embed(`posts/${essay.slug}`, html), markdown: embed(`markdown/${essay.slug}`, markdown) };
}
