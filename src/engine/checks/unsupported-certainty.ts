import { highestCertainty, isReason, namesInBecause, rankOf } from '../model/certainty.ts';
import { findingsOf } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import { keysReadBeyondAbstract } from '../model/keys-read-beyond-abstract.ts';
import type { Check } from '../model/rule.ts';

export const unsupportedCertainty: Check = {
  id: 'unsupported-certainty',
  level: 'error',
  description:
    'A finding is stated with more certainty than its reasons allow. It starts at `moderate`, or at `high` if it is `proved`. Each reason lowers or raises it by one step. There are caps for a single work, for works read only as abstracts, and for arguments without measurements.',
  remedy:
    'Lower the certainty to the one in the message, or correct the reasons. A lower certainty than they allow is fine.',
  check: (review) => {
    const read = keysReadBeyondAbstract(review.essays);
    const withSupport = new Set(review.essays.flatMap(({ slug, support }) => (support === null ? [] : [slug])));
    return findingsOf(review).flatMap((finding) => {
      const { id, slug, file, node, certainty, reasons, citations } = finding;
      // An unknown reason, and a finding without a work, already have messages.
      if (citations.length === 0 || !namesInBecause(node.props.because).every(isReason)) return [];
      const highest = highestCertainty({
        reasons,
        works: citations.length,
        // Without a support file it is unknown how the works were read.
        readBeyondAbstract: withSupport.has(slug) ? citations.some((key) => read.has(key)) : undefined,
      });
      if (rankOf({ certainty }) <= rankOf(highest)) return [];
      const reason = `Invalid certainty \`${certainty}\` of the finding \`${id}\`: expected at most \`${highest.certainty}\`, for ${highest.because}`;
      return [{ file, position: positionOfProp(node, 'certainty'), reason }];
    });
  },
};
