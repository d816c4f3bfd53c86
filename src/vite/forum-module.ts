import { contentHash } from '../engine/content-hash.ts';
import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { embedAsLiteral, type Embed, type RenderOnce } from './embed.ts';
import { renderForumHtml } from '../engine/render/forum/index.ts';

/** An essay's post as the JavaScript of a module with `html`. */
export const toForumModule = (essay: Essay, review: Review, renderOnce: RenderOnce): string =>
  `export const html = ${postOf(essay, review, { embed: embedAsLiteral, renderOnce })};\n`;

/** `virtual:posts` as JavaScript: `loadPost` gives what the module of an essay's post gives. */
export function toPostsModule(review: Review, options: PostsModuleOptions): string {
  const posts = review.essays.map(
    (essay) => `  ${JSON.stringify(essay.slug)}: async () => ({ html: ${postOf(essay, review, options)} }),`,
  );
  return `const posts = {\n${posts.join('\n')}\n};\nexport const loadPost = (slug) => posts[slug]();\n`;
}

export type PostsModuleOptions = { embed: Embed; renderOnce: RenderOnce };

function postOf(essay: Essay, { config, library }: Review, { embed, renderOnce }: PostsModuleOptions): string {
  const render = (): string => renderForumHtml(essay, { config: config.value, library });
  const key = ['feed', essay.contentHash, contentHash(config.value)];
  return embed(`posts/${essay.slug}`, renderOnce(key, render));
}
