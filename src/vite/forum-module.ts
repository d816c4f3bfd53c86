import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { renderForumHtml } from '../engine/render/forum/index.ts';
import type { EmbedText } from './embed-text.ts';

/** An essay's post as the JavaScript of a module with `slug` and `html`; both are empty for an essay that is not shown, for the feed asks for all. */
export function toForumModule(essay: Essay | undefined, { config, library }: Review, embed: EmbedText): string {
  if (essay === undefined) return `export const slug = null;\nexport const html = '';\n`;
  const html = embed(`forum/${essay.slug}.html`, renderForumHtml(essay, { config: config.value, library }));
  return `export const slug = ${JSON.stringify(essay.slug)};\nexport const html = ${html};\n`;
}
