import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { digestOf, emptyStore, remember, type ParseStore } from '../engine/parse-store.ts';
import { renderForumHtml } from '../engine/render/forum/index.ts';
import { embedAsLiteral, type Embed } from './embed.ts';

/** An essay's post as the JavaScript of a module with `html`. */
export const toForumModule = (essay: Essay, review: Review): string =>
  `export const html = ${postOf(essay, review, { embed: embedAsLiteral, store: emptyStore })};\n`;

/** `virtual:posts` as JavaScript: `loadPost` gives what the module of an essay's post gives. */
export function toPostsModule(review: Review, options: PostsModuleOptions): string {
  const posts = review.essays.map(
    (essay) => `  ${JSON.stringify(essay.slug)}: async () => ({ html: ${postOf(essay, review, options)} }),`,
  );
  return `const posts = {\n${posts.join('\n')}\n};\nexport const loadPost = (slug) => posts[slug]();\n`;
}

export type PostsModuleOptions = { embed: Embed; store: ParseStore };

function postOf(essay: Essay, { config, library }: Review, { embed, store }: PostsModuleOptions): string {
  const render = (): string => renderForumHtml(essay, { config: config.value, library });
  return embed(`posts/${essay.slug}`, () =>
    remember(store, { name: `feeds/${essay.slug}`, key: digestOf(essay.madeOf, config.value) }, render),
  );
}
