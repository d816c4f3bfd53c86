import { directions, rankOf, type Certainty, type Direction } from './certainty.ts';
import { findingsOf, type Finding } from './finding.ts';
import type { Review } from './review.ts';

/** What a cell of the map says of a finding. */
export type MapFinding = Pick<Finding, 'id' | 'slug' | 'label' | 'direction' | 'certainty' | 'years'>;

/** The findings of one domain on one consideration. */
export type MapCell = { domain: string; findings: MapFinding[] };

/** Considerations × domains, in the order of their files. */
export type EvidenceMap = {
  /** `isRead` tells a domain with an essay from one that nobody has read yet. */
  domains: { id: string; name: string; isRead: boolean }[];
  /** `cells` has one cell for each domain. */
  rows: { consideration: string; question: string; cells: MapCell[] }[];
};

/** The map of a review's findings. Give it the part of the review that is shown. */
export function evidenceMapOf(review: Pick<Review, 'essays' | 'library' | 'considerations' | 'domains'>): EvidenceMap {
  const findings = findingsOf(review);
  const read = new Set(review.essays.map(({ frontmatter }) => frontmatter.domain));
  const domains = review.domains.value.map(({ id, name }) => ({ id, name, isRead: read.has(id) }));
  const cellOf = (consideration: string, domain: string): MapCell => ({
    domain,
    findings: findings
      .filter((finding) => finding.consideration === consideration && finding.domain === domain)
      .map(toMapFinding),
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

const toMapFinding = ({ id, slug, label, direction, certainty, years }: Finding): MapFinding => ({
  id,
  slug,
  label,
  direction,
  certainty,
  years,
});

/** The findings of one direction in a cell: how many, and the highest of their certainties. */
export type Tally = { direction: Direction; count: number; certainty: Certainty };

/** Tallies of the directions that occur, in a fixed order. */
export const tallyOf = (findings: readonly Pick<Finding, 'direction' | 'certainty'>[]): Tally[] =>
  directions.flatMap((direction) => {
    const [first, ...others] = findings.filter((finding) => finding.direction === direction);
    if (first === undefined) return [];
    const highest = others.reduce((best, one) => (rankOf(one) > rankOf(best) ? one : best), first);
    return [{ direction, count: others.length + 1, certainty: highest.certainty }];
  });
