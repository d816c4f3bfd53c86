import { forecastUsesOf } from './cited-forecasts.ts';
import type { About, Essay } from './essay.ts';
import type { Review } from './review.ts';
import { hideSearches } from './shown-searches.ts';
import { usedTerms } from './used-terms.ts';

export const isCleared = ({ frontmatter }: Pick<Essay, 'frontmatter'>): boolean =>
  frontmatter.clearance.status === 'cleared';

/** The texts of a review: its essays, and the page about it. */
export const textsOf = ({ essays, about }: Pick<Review, 'essays' | 'about'>): (Essay | About)[] =>
  about === null ? essays : [...essays, about];

/**
 * The part of a review that outputs show: its cleared essays, or with `drafts` all of them; the library without works
 * that only other essays or withheld text cite, for the choice of works tells what a text is about; the log without
 * searches that tell the same; and of the forecasts and the terms those that these essays and the page about the review
 * use.
 */
export function shownPart(review: Review, { drafts }: { drafts: boolean }): Review {
  const essays = drafts ? review.essays : review.essays.filter(isCleared);
  const cited = new Set(textsOf({ essays, about: review.about }).flatMap(({ cites }) => cites));
  const guarded = new Set(
    review.essays.flatMap(({ cites, withheldKeys }) => [...cites, ...withheldKeys]).filter((key) => !cited.has(key)),
  );
  const slugs = new Set(essays.map(({ slug }) => slug));
  const { config, forecasts, glossary } = review;
  const library = new Map([...review.library].filter(([key]) => !guarded.has(key)));
  const shown = textsOf({ essays, about: review.about });
  const stated = new Set(forecastUsesOf(shown).map(({ id }) => id));
  return {
    ...review,
    config: { ...config, value: { ...config.value, essays: config.value.essays.filter((slug) => slugs.has(slug)) } },
    library,
    forecasts: { ...forecasts, value: forecasts.value.filter(({ id }) => stated.has(id)) },
    glossary: { ...glossary, value: usedTerms(glossary.value, shown) },
    essays: essays.map((essay) => withoutHiddenSuccessor(essay, slugs)),
    ...hideSearches(review, { essays, guarded }),
  };
}

/** An essay that does not name the essay that replaces it where that is not shown. */
function withoutHiddenSuccessor(essay: Essay, shown: ReadonlySet<string>): Essay {
  const { retired } = essay.frontmatter;
  if (retired?.replacedBy === undefined || shown.has(retired.replacedBy)) return essay;
  const { replacedBy: _hidden, ...rest } = retired;
  return { ...essay, frontmatter: { ...essay.frontmatter, retired: rest } };
}
