import type { RuleText } from '../rule.ts';

/** Rules about external URLs and records, which only `npm run check -- --links` requests. None is an error. */
export const linkRules = {
  'dead-link': {
    level: 'warning',
    description: 'An external URL no longer leads to a page. Readers cannot check the claim.',
    remedy: 'Link to the new URL of the page, or to the copy at web.archive.org that the message names.',
  },
  'moved-link': {
    level: 'warning',
    description: 'An external URL redirects permanently. The link stops working when the redirect is removed.',
    remedy: 'Write the new URL that the message names.',
  },
  'unreachable-link': {
    level: 'warning',
    description: 'An external URL did not answer after several attempts: the server failed or timed out.',
    remedy: 'Try again on another day. If it still fails, treat it as a dead link.',
  },
  'unchecked-link': {
    level: 'hint',
    description: 'A server rejected the request, as some do for automated requests. The page may still exist.',
    remedy: 'Open the URL in a browser.',
  },
  'unknown-identifier': {
    level: 'warning',
    description: 'A DOI or an arXiv id is not registered. The reference has a broken link, or a link to another work.',
    remedy: 'Compare the identifier with the page of the work. A digit may be wrong.',
  },
  'other-title': {
    level: 'warning',
    description:
      'The record of the DOI or arXiv id has a different title. The title is mistyped, or the identifier belongs to another work.',
    remedy: 'Open the record, and correct the title or the identifier.',
  },
  'other-authors': {
    level: 'warning',
    description: 'The record of the DOI or arXiv id has different authors, or the authors in a different order.',
    remedy: 'Copy the authors from the record, or shorten the list with `and others`.',
  },
  'other-year': {
    level: 'warning',
    description: 'The record of the DOI or arXiv id has a different year.',
    remedy: 'Write the year of the version that you cite.',
  },
} as const satisfies Record<string, RuleText>;

export type LinkRule = keyof typeof linkRules;
