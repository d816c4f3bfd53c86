import { directions, rankOf, type Certainty, type Direction } from './certainty.ts';
import { findingsOf, type Finding } from './finding.ts';
import type { Review } from './review.ts';

/** The data of a finding that a map cell shows. */
export type MapFinding = Pick<Finding, 'id' | 'slug' | 'label' | 'direction' | 'certainty' | 'years'>;

/** The findings of one domain on one consideration. */
export type MapCell = { domain: string; findings: MapFinding[] };

/** Considerations × domains, in file order. */
export type EvidenceMap = {
  /** `isRead` is true for a domain that has an essay. */
  domains: { id: string; name: string; isRead: boolean }[];
  /** `cells` has one cell per domain. */
  rows: { consideration: string; question: string; cells: MapCell[] }[];
};

/** Builds the evidence map of a review. Pass the part of the review that is shown. */
export function evidenceMapOf(review: Pick<Review, 'essays' | 'library' | 'considerations' | 'domains'>): EvidenceMap {
  const findings = findingsOf(review);
  const read = new Set(review.essays.map(({ frontmatter }) => frontmatter.domain));
  const domains = review.domains.value.map(({ id, name }) => ({ id, name, isRead: read.has(id) }));
  const cellOf = (consideration: string, domain: string): MapCell => ({
    domain,
    findings: findings
      .filter((finding) => finding.consideration === consideration && finding.domain === domain)
      .map(mapFindingOf),
  });
  return {
    domains,
    rows: review.considerations.value.map(({ id, question }) => ({
      consideration: id,
      question,
      cells: domains.map((domain) => cellOf(id, domain.id)),
    })),
  };
}

const mapFindingOf = ({ id, slug, label, direction, certainty, years }: Finding): MapFinding => ({
  id,
  slug,
  label,
  direction,
  certainty,
  years,
});

/** The findings of one direction in a cell: their number and their highest certainty. */
export type Tally = { direction: Direction; count: number; certainty: Certainty };

/** Counts findings by direction. Directions without findings are left out; the order is fixed. */
export const tallyOf = (findings: readonly Pick<Finding, 'direction' | 'certainty'>[]): Tally[] =>
  directions.flatMap((direction) => {
    const [first, ...others] = findings.filter((finding) => finding.direction === direction);
    if (first === undefined) return [];
    const highest = others.reduce((best, finding) => (rankOf(finding) > rankOf(best) ? finding : best), first);
    return [{ direction, count: others.length + 1, certainty: highest.certainty }];
  });
