import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { digestOf, emptyStore, remember } from '../engine/parse-store.ts';
import { renderForumHtml } from '../engine/render/forum/index.ts';
import { pathsOf, readPostImages, type ReadOptions } from '../post-images/read-post-images.ts';
import { embedAsLiteral, type Embed } from './embed.ts';

/** An essay's post as the JavaScript of a module with `html`. */
export function toForumModule(essay: Essay, review: Review, { root, store }: ReadOptions): string {
  const images = pathsOf(readPostImages([essay], { root, store }));
  return `export const html = ${postOf(essay, review, { embed: embedAsLiteral, store: emptyStore, images })};\n`;
}

/** `virtual:posts` as JavaScript: `loadPost` gives what the module of an essay's post gives. */
export function toPostsModule(review: Review, { root, store, embed }: ReadOptions & { embed: Embed }): string {
  const images = pathsOf(readPostImages(review.essays, { root, store }));
  const posts = review.essays.map(
    (essay) =>
      `  ${JSON.stringify(essay.slug)}: async () => ({ html: ${postOf(essay, review, { embed, store, images })} }),`,
  );
  return `const posts = {\n${posts.join('\n')}\n};\nexport const loadPost = (slug) => posts[slug]();\n`;
}

type PostOptions = { embed: Embed; store: ReadOptions['store']; images: ReadonlyMap<string, string> };

function postOf(essay: Essay, { config, library }: Review, { embed, store, images }: PostOptions): string {
  const render = (): string => renderForumHtml(essay, { config: config.value, library, images });
  const paths = [...images].filter(([source]) => source.startsWith(essay.path.replace(/[^/]*$/, '')));
  return embed(`posts/${essay.slug}`, () =>
    remember(store, { name: `feeds/${essay.slug}`, key: digestOf(essay.madeOf, config.value, paths) }, render),
  );
}
