import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { renderForumHtml } from '../engine/render/forum/index.ts';
import { embedAsLiteral, type Embed } from './embed.ts';

/** An essay's post as the JavaScript of a module with `html`. */
export const toForumModule = (essay: Essay, review: Review): string => `export const html = ${postOf(essay, review, embedAsLiteral)};\n`;

/** `virtual:posts` as JavaScript: `loadPost` gives what the module of an essay's post gives. */
export function toPostsModule(review: Review, embed: Embed): string {
  const posts = review.essays.map((essay) => `  ${JSON.stringify(essay.slug)}: async () => ({ html: ${postOf(essay, review, embed)} }),`);
  return `const posts = {\n${posts.join('\n')}\n};\nexport const loadPost = (slug) => posts[slug]();\n`;
}

const postOf = (essay: Essay, { config, library }: Review, embed: Embed): string =>
  embed(`posts/${essay.slug}`, () => renderForumHtml(essay, { config: config.value, library }));
