import type { About, Essay } from '../../model/essay.ts';
import type { Review } from '../../model/review.ts';
import type { AboutCard, CitingSentence, EssayCard, SiteReview, WorkCard } from '../../model/site.ts';
import { supportBySentence } from '../../model/support.ts';
import { coverageOf } from '../../model/support-pairs.ts';
import type { Work } from '../../model/work.ts';
import { renderSiteEssay, renderSitePhrasing, type SiteContext } from './index.ts';

const wordsAMinute = 220;

/**
 * What spans essays, for the pages: cards of essays and of works, who cites what in which sentence, and the page about
 * the review, for whose images the context is.
 */
export function renderSiteReview(review: Review, context: SiteContext): SiteReview {
  const collator = new Intl.Collator(context.strings.language);
  const citing = citingSentences(review.essays);
  const domainsOf = domainsOfWorks(review.essays);
  const card = (work: Work): WorkCard => ({
    ...describe(work, review, context),
    domains: domainsOf.get(work.key) ?? [],
    citedIn: citing.get(work.key) ?? [],
  });
  return {
    config: review.config.value,
    domains: review.domains.value,
    authors: review.authors.value,
    essays: review.essays.map(toEssayCard),
    about: review.about && describeAbout(review.about, context),
    audits: review.audits.value,
    works: [...review.library.values()].map(card).toSorted((a, b) => collator.compare(a.short, b.short)),
  };
}

const describeAbout = (about: About, context: SiteContext): AboutCard => ({
  ...about.frontmatter,
  path: about.path,
  html: renderSiteEssay(about, context),
});

function toEssayCard(essay: Essay): EssayCard {
  const { slug, path, frontmatter, headings, words, cites } = essay;
  return {
    slug,
    path,
    frontmatter,
    headings,
    words,
    minutes: Math.max(1, Math.round(words / wordsAMinute)),
    cited: cites.length,
    coverage: coverageOf(essay),
  };
}

function describe(work: Work, review: Review, context: SiteContext): Omit<WorkCard, 'domains' | 'citedIn'> {
  const { key, segment, title, names, authorsTruncated, year, link, arxiv, abstract, bibtex, file, position } = work;
  const formatted = review.formatted.get(key);
  return {
    key,
    segment,
    title,
    names,
    authorsTruncated,
    year,
    short: formatted?.short ?? key,
    referenceHtml: renderSitePhrasing(formatted?.reference ?? [], context),
    link,
    arxiv,
    abstract,
    bibtex,
    source: `${file}#L${position.start.line}`,
    says: review.remarks.value[key]?.says ?? null,
  };
}

function citingSentences(essays: readonly Essay[]): Map<string, CitingSentence[]> {
  const all = essays.flatMap(({ slug, frontmatter, citedAt, support }) => {
    const records = supportBySentence(support);
    return citedAt.map(({ key, occurrence, sentence, normal, heading }) => ({
      key,
      citing: {
        slug,
        essay: frontmatter.title,
        anchor: `cite-${occurrence}`,
        sentence,
        heading,
        support: records.get(normal)?.[key] ?? null,
      },
    }));
  });
  const groups = Map.groupBy(all, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, found.map(({ citing }) => citing)]));
}

function domainsOfWorks(essays: readonly Essay[]): Map<string, string[]> {
  const pairs = essays.flatMap(({ cites, frontmatter: { domain } }) => cites.map((key) => ({ key, domain })));
  const groups = Map.groupBy(pairs, ({ key }) => key);
  return new Map([...groups].map(([key, found]) => [key, [...new Set(found.map(({ domain }) => domain))]]));
}
