import type { Review } from '../model/review.ts';
import type { Check, Problem } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownDomain: Check = {
  id: 'unknown-domain',
  level: 'error',
  description:
    'The `domain` of an essay, or a domain in `content/searches.yaml`, is not an id in `content/domains.yaml`.',
  remedy: 'Correct the id, or add the domain.',
  check: (review) => [...unknownInEssays(review), ...unknownInSearches(review)],
};

const unknownInEssays = ({ essays, domains }: Review): Problem[] =>
  essays.flatMap(({ path, frontmatter: { domain }, positionOf }) => {
    // Null in the answer; empty if the field is invalid, which already has a message.
    if (domain === null || domain === '' || isKnown(domain, domains)) return [];
    return [{ file: path, position: positionOf(['domain']), reason: say(domain, domains) }];
  });

const unknownInSearches = ({ searches: { file, value, positionOf }, domains }: Review): Problem[] =>
  Object.keys(value.domains)
    .filter((domain) => !isKnown(domain, domains))
    .map((domain) => ({ file, position: positionOf(['domains', domain]), reason: say(domain, domains) }));

const isKnown = (domain: string, { value }: Review['domains']): boolean => value.some(({ id }) => id === domain);

const say = (domain: string, { file, value }: Review['domains']): string =>
  `Unknown domain \`${domain}\`: expected an id of \`${file}\`${suggestionFor(
    domain,
    value.map(({ id }) => id),
  )}`;
