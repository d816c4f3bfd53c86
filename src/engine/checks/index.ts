import type { Check, Rule } from '../model/rule.ts';
import { outsideRules, parserRules } from '../model/rules/index.ts';
import { answerWithoutFinding } from './answer-without-finding.ts';
import { brokenLink } from './broken-link.ts';
import { changedEntry } from './changed-entry.ts';
import { citationAfterStop } from './citation-after-stop.ts';
import { citationInPlainText } from './citation-in-plain-text.ts';
import { citationWithoutSpace } from './citation-without-space.ts';
import { collidingUrl } from './colliding-url.ts';
import { contradictedReason } from './contradicted-reason.ts';
import { duplicateFinding } from './duplicate-finding.ts';
import { duplicateSearch } from './duplicate-search.ts';
import { excludedReasons } from './excluded-reasons.ts';
import { findingWithoutCitation } from './finding-without-citation.ts';
import { findingWithoutReason } from './finding-without-reason.ts';
import { duplicateRecord } from './duplicate-record.ts';
import { futureDay } from './future-day.ts';
import { futureYear } from './future-year.ts';
import { headingLevel } from './heading-level.ts';
import { incompleteClearance } from './incomplete-clearance.ts';
import { incompleteDrafting } from './incomplete-drafting.ts';
import { incompleteVerdict } from './incomplete-verdict.ts';
import { invalidAllowance } from './invalid-allowance.ts';
import { listedTwice } from './listed-twice.ts';
import { loneDollar } from './lone-dollar.ts';
import { longDescription } from './long-description.ts';
import { malformedArxiv } from './malformed-arxiv.ts';
import { malformedDoi } from './malformed-doi.ts';
import { malformedIsbn } from './malformed-isbn.ts';
import { malformedUrl } from './malformed-url.ts';
import { misplacedFinding } from './misplaced-finding.ts';
import { missingCaption } from './missing-caption.ts';
import { missingDate } from './missing-date.ts';
import { missingImage } from './missing-image.ts';
import { missingSupport } from './missing-support.ts';
import { missingTable } from './missing-table.ts';
import { noLimits } from './no-limits.ts';
import { overdueSearch } from './overdue-search.ts';
import { publishedPreprint } from './published-preprint.ts';
import { reservedSlug } from './reserved-slug.ts';
import { retellingAlone } from './retelling-alone.ts';
import { reversedPages } from './reversed-pages.ts';
import { runTogetherAuthors } from './run-together-authors.ts';
import { sameWorkTwice } from './same-work-twice.ts';
import { staleSupport } from './stale-support.ts';
import { surplusCell } from './surplus-cell.ts';
import { titleInCapitals } from './title-in-capitals.ts';
import { unclosedFence } from './unclosed-fence.ts';
import { uncitedNumber } from './uncited-number.ts';
import { uncitedWork } from './uncited-work.ts';
import { unknownAuthor } from './unknown-author.ts';
import { unknownChangeWork } from './unknown-change-work.ts';
import { unknownConsideration } from './unknown-consideration.ts';
import { unknownDomain } from './unknown-domain.ts';
import { unknownEssay } from './unknown-essay.ts';
import { unknownFinding } from './unknown-finding.ts';
import { unknownPost } from './unknown-post.ts';
import { unknownReason } from './unknown-reason.ts';
import { unknownRecord } from './unknown-record.ts';
import { unknownReference } from './unknown-reference.ts';
import { unknownRemark } from './unknown-remark.ts';
import { unknownSearchedWork } from './unknown-searched-work.ts';
import { unlistedEssay } from './unlisted-essay.ts';
import { unprotectedAcronym } from './unprotected-acronym.ts';
import { unreadableImage } from './unreadable-image.ts';
import { unsafeSvg } from './unsafe-svg.ts';
import { unsafeUrl } from './unsafe-url.ts';
import { unsupportedCertainty } from './unsupported-certainty.ts';
import { unusedAllowance } from './unused-allowance.ts';
import { unverifiedWork } from './unverified-work.ts';
import { updatedBeforePublished } from './updated-before-published.ts';
import { vagueLink } from './vague-link.ts';
import { unknownForecast } from './unknown-forecast.ts';
import { duplicateForecast } from './duplicate-forecast.ts';
import { unusedForecast } from './unused-forecast.ts';
import { oldForecast } from './old-forecast.ts';
import { unknownTerm } from './unknown-term.ts';
import { duplicateTerm } from './duplicate-term.ts';
import { unmarkedTerm } from './unmarked-term.ts';
import { unexplainedAbbreviation } from './unexplained-abbreviation.ts';

/** Every check of a review as a whole. Rules about a single file belong to its parser. */
export const checks: readonly Check[] = [
  missingDate,
  collidingUrl,
  unknownRemark,
  listedTwice,
  unknownEssay,
  unlistedEssay,
  unknownPost,
  unknownDomain,
  unknownAuthor,
  incompleteClearance,
  incompleteDrafting,
  updatedBeforePublished,
  unknownConsideration,
  findingWithoutCitation,
  findingWithoutReason,
  unknownReason,
  excludedReasons,
  contradictedReason,
  unsupportedCertainty,
  duplicateFinding,
  unknownFinding,
  unknownReference,
  misplacedFinding,
  answerWithoutFinding,
  reservedSlug,
  brokenLink,
  missingImage,
  unreadableImage,
  unsafeSvg,
  unsafeUrl,
  surplusCell,
  missingTable,
  missingCaption,
  citationInPlainText,
  malformedDoi,
  malformedArxiv,
  malformedIsbn,
  malformedUrl,
  futureDay,
  futureYear,
  titleInCapitals,
  unprotectedAcronym,
  loneDollar,
  reversedPages,
  runTogetherAuthors,
  sameWorkTwice,
  publishedPreprint,
  uncitedWork,
  citationAfterStop,
  citationWithoutSpace,
  headingLevel,
  unclosedFence,
  vagueLink,
  noLimits,
  uncitedNumber,
  longDescription,
  duplicateRecord,
  unknownRecord,
  incompleteVerdict,
  staleSupport,
  changedEntry,
  missingSupport,
  retellingAlone,
  unverifiedWork,
  unknownSearchedWork,
  unknownChangeWork,
  duplicateSearch,
  overdueSearch,
  unknownForecast,
  duplicateForecast,
  unusedForecast,
  oldForecast,
  unknownTerm,
  duplicateTerm,
  unmarkedTerm,
  unexplainedAbbreviation,
];

/** Every rule that an author may see in a message, sorted by id. */
export const rules: readonly Rule[] = [
  ...parserRules,
  ...outsideRules,
  ...checks,
  invalidAllowance,
  unusedAllowance,
].toSorted((a, b) => (a.id < b.id ? -1 : 1));
