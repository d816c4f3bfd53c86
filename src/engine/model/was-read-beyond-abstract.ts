import type { Finding } from './finding.ts';
import type { Review } from './review.ts';

/** Whether any work of a finding was read beyond its abstract; undefined where that is not known. */
// Connect the records of `support.yaml` here: nothing else of certainty depends on them.
export const wasReadBeyondAbstract = (_finding: Finding, _review: Review): boolean | undefined => undefined;
