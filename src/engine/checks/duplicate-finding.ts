import { findingsOf } from '../model/finding.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';

export const duplicateFinding: Check = {
  id: 'duplicate-finding',
  level: 'error',
  description:
    'Findings of two essays share an id. Every essay may refer to a finding, so a reference would be ambiguous. `duplicate-id` reports two in one essay.',
  remedy: 'Give one of them another id.',
  check: (review) => {
    const first = new Map<string, string>();
    return findingsOf(review).flatMap(({ id, slug, file, node }) => {
      const other = first.get(id) ?? slug;
      first.set(id, other);
      if (other === slug) return [];
      const reason = `Duplicate finding \`${id}\`: expected an id of its own, for \`${other}\` has a finding of that id`;
      return [{ file, position: positionOfProp(node, 'id'), reason }];
    });
  },
};
