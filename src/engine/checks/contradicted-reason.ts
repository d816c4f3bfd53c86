import { findUnrelatedPair } from '../model/common-author.ts';
import { findingsOf, type Finding } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';
import type { Library } from '../model/work.ts';

export const contradictedReason: Check = {
  id: 'contradicted-reason',
  level: 'error',
  description:
    'The authors of the works that a finding cites contradict its `because`: `replicated` needs two works without a common author, and `one-group` needs a common author in every pair of works. A list of authors that ends in `and others` cannot contradict `one-group`.',
  remedy: 'Remove the reason, or cite the work that it is about.',
  check: (review) =>
    findingsOf(review).flatMap((finding) => {
      const reason = reasonAgainst(finding, review.library);
      return reason === null ? [] : [{ file: finding.file, position: positionOfProp(finding.node, 'because'), reason }];
    }),
};

function reasonAgainst({ id, reasons, citations }: Finding, library: Library): string | null {
  const works = citations.flatMap((key) => library.get(key) ?? []);
  // An unknown work already has a message.
  if (works.length < citations.length || citations.length === 0) return null;
  if (reasons.includes('replicated') && findUnrelatedPair(works) === null)
    return `Invalid reason \`replicated\` of the finding \`${id}\`: expected citations of two works that share no author`;
  const pair = reasons.includes('one-group')
    ? findUnrelatedPair(works.filter(({ authorsTruncated }) => !authorsTruncated))
    : null;
  if (pair === null) return null;
  const [first, second] = pair;
  return `Invalid reason \`one-group\` of the finding \`${id}\`: expected works that share authors, and \`${first.key}\` and \`${second.key}\` share none`;
}
