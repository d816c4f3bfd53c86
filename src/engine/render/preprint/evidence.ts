import { findingsOf, type Finding } from '../../model/finding.ts';
import type { Review } from '../../model/review.ts';
import { renderRows, section, subsection, type Cell } from './appendix.ts';
import type { PreprintState } from './context.ts';
import { say } from './front-matter.ts';

/**
 * Renders the evidence map as an appendix: the findings on each consideration, with links to them. Empty without
 * considerations.
 */
export function renderEvidence(review: Review, state: PreprintState): string {
  const considerations = review.considerations.value;
  if (considerations.length === 0) return '';
  const { evidence, labels, preprint } = state.strings;
  const findings = findingsOf(review);
  const head = [labels.finding, preprint.literature, evidence.direction, evidence.certainty];
  const parts = considerations.map(({ id, question, why }) => {
    const rows = findings
      .filter(({ consideration }) => consideration === id)
      .map((finding) => rowOf(finding, review, state));
    const table = rows.length === 0 ? say(evidence.noneHere, state) : renderRows(head, rows, state);
    return `${subsection(question, state)}\n\n${say(why, state)}\n\n${table}`;
  });
  return [section(evidence.title, state), ...parts].join('\n\n');
}

function rowOf(
  { id, slug, label, domain, direction, certainty }: Finding,
  { domains }: Review,
  { strings: { finding } }: PreprintState,
): Cell[] {
  return [
    [{ type: 'crossReference', target: id, named: slug, essay: slug, value: label }],
    domains.value.find((candidate) => candidate.id === domain)?.name ?? domain,
    finding.directions[direction],
    finding.certainties[certainty],
  ];
}
