import type { Author, ReviewConfig } from '../engine/model/review.ts';
import type { EssayCard } from '../engine/model/site.ts';

export type EssayCitation = { text: string; bibtex: string };

/** How to cite an essay: as a sentence, and as BibLaTeX. `url` is the essay's canonical address. */
export function citeEssay(
  essay: EssayCard,
  { config, authors, url }: { config: ReviewConfig; authors: readonly Author[]; url: string },
): EssayCitation {
  const { title, published, updated, authors: ids } = essay.frontmatter;
  const names = ids.map((id) => authors.find((author) => author.id === id)?.name ?? id);
  const version = updated === published ? '' : ` Version of ${updated}.`;
  const text = `${names.join(', ')} (${published.slice(0, 4)}). ${title}. In: ${config.title}${/[.?!]$/.test(config.title) ? '' : '.'}${version} ${url}`;
  const lines = [
    `title = {${title}}`,
    `author = {${names.map((name) => `{${name}}`).join(' and ')}}`,
    `date = {${published}}`,
    `maintitle = {${config.title}}`,
    ...(updated === published ? [] : [`version = {${updated}}`]),
    `url = {${url}}`,
  ];
  return {
    text,
    bibtex: `@online{${essay.slug}${published.slice(0, 4)},\n${lines.map((line) => `  ${line},\n`).join('')}}`,
  };
}
