import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownDomain: Check = {
  id: 'unknown-domain',
  level: 'error',
  description: 'The `domain` of an essay is not an id in `content/domains.yaml`.',
  remedy: 'Correct the id, or add the domain.',
  check: ({ essays, domains }) => {
    const known = domains.value.map(({ id }) => id);
    return essays.flatMap(({ path, frontmatter: { domain }, positionOf }) => {
      // Null in the answer; empty where the field cannot be read, which has a message already.
      if (domain === null || domain === '' || known.includes(domain)) return [];
      const reason = `Unknown domain \`${domain}\`: expected an id of \`${domains.file}\`${suggestionFor(domain, known)}`;
      return [{ file: path, position: positionOf(['domain']), reason }];
    });
  },
};
