import { toHtml } from 'hast-util-to-html';
import { isAnswer } from '../../model/answer.ts';
import { citedForecastsOf } from '../../model/cited-forecasts.ts';
import type { About, Essay } from '../../model/essay.ts';
import { evidenceMapOf } from '../../model/evidence-map.ts';
import { findingsOf, type Finding } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
import { lastSearchOf, overdueAfter, searchesOf } from '../../model/search-age.ts';
import type { AboutCard, EssayCard, FindingCard, ForecastCard, SiteReview, TermCard } from '../../model/site.ts';
import { termNodesOf } from '../../model/used-terms.ts';
import { coverageOf } from '../../model/support-pairs.ts';
import { nodesOf } from '../../model/walk.ts';
import { renderEvidenceMap } from './evidence-map.ts';
import { renderFindingItem } from './finding-item.ts';
import { describeSearching } from './searching.ts';
import { renderSiteEssay, type SiteContext } from './index.ts';
import { describeWorks } from './work-cards.ts';

const wordsAMinute = 220;

/**
 * Collects the data that spans essays, for pages: cards of essays and works, citing sentences, and the page about the
 * review. The context is for the images of that page.
 */
export function renderSiteReview(review: Review, context: SiteContext): SiteReview {
  const collator = new Intl.Collator(context.strings.language);
  return {
    config: review.config.value,
    domains: review.domains.value,
    authors: review.authors.value,
    ...sequenceOf(review),
    ...evidenceOf(review, context),
    changes: review.changes.value.toSorted((a, b) => (a.on < b.on ? 1 : -1)),
    forecasts: forecastsOf(review),
    glossary: glossaryOf(review).toSorted((a, b) => collator.compare(a.term, b.term)),
    about: review.about && describeAbout(review.about, context),
    audits: review.audits.value,
    searching: describeSearching(review, context),
    works: describeWorks(review, context).toSorted((a, b) => collator.compare(a.short, b.short)),
  };
}

function sequenceOf(review: Review): Pick<SiteReview, 'essays' | 'answer' | 'sequence'> {
  const { essays } = review;
  const sequence = essays.map((essay) => essayCardOf(essay, review));
  const answer = sequence.find(isAnswer);
  return {
    sequence,
    essays: sequence.filter((essay) => !isAnswer(essay)),
    answer: answer === undefined ? null : { essay: answer },
  };
}

function evidenceOf(review: Review, context: SiteContext): Pick<SiteReview, 'considerations' | 'findings' | 'mapHtml'> {
  const considerations = review.considerations.value;
  const map = considerations.length === 0 ? null : renderEvidenceMap(evidenceMapOf(review), context);
  return {
    considerations,
    findings: findingsOf(review).map((finding) => describeFinding(finding, review, context)),
    mapHtml: map && toHtml(map),
  };
}

function describeFinding(finding: Finding, { domains }: Review, context: SiteContext): FindingCard {
  const { node: _node, file: _file, position: _position, ...card } = finding;
  const domain = domains.value.find(({ id }) => id === finding.domain);
  return { ...card, html: renderFindingItem(finding, domain?.name ?? finding.domain, context) };
}

const forecastsOf = (review: Review): ForecastCard[] =>
  citedForecastsOf(review).map(({ forecast, essays }) => ({
    ...forecast,
    statedIn: essays.map(essayLinkOf),
  }));

const glossaryOf = ({ glossary, essays }: Review): TermCard[] =>
  glossary.value.map((term) => ({
    ...term,
    usedIn: essays.filter((essay) => termNodesOf(essay).some(({ props }) => props.id === term.id)).map(essayLinkOf),
  }));

const essayLinkOf = ({ slug, frontmatter: { title } }: Essay) => ({ slug, title });

const describeAbout = (about: About, context: SiteContext): AboutCard => ({
  ...about.frontmatter,
  path: about.path,
  html: renderSiteEssay(about, context),
});

function essayCardOf(essay: Essay, review: Review): EssayCard {
  const { slug, path, frontmatter, headings, words, cites } = essay;
  const lastSearch = lastSearchOf(frontmatter, searchesOf(frontmatter.domain, review));
  return {
    slug,
    path,
    frontmatter,
    headings,
    words,
    minutes: Math.max(1, Math.round(words / wordsAMinute)),
    cited: cites.length,
    cites,
    coverage: coverageOf(essay),
    lastSearch,
    overdueAfter: overdueAfter(lastSearch),
    refersTo: refersToOf(essay),
  };
}

function refersToOf({ tree }: Essay): string[] {
  const references = nodesOf(tree, 'crossReference').filter(({ essay }) => essay !== null);
  return [...new Set(references.map(({ target }) => target))];
}
