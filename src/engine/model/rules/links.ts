import type { RuleText } from '../rule.ts';

/** Rules about what the review points at outside; `npm run check -- --links` alone asks for it, and none is an error. */
export const linkRules = {
  'dead-link': {
    level: 'warning',
    description: 'An address outside no longer leads to a page. Readers who want to check a claim end at an error.',
    remedy: 'Link to where the page stands now, or to the copy of web.archive.org that the message names.',
  },
  'moved-link': {
    level: 'warning',
    description: 'An address outside sends readers on for good. It works as long as the forwarding does.',
    remedy: 'Write the new address that the message names.',
  },
  'unreachable-link': {
    level: 'warning',
    description:
      'An address outside did not answer, though it was asked several times: the server failed, or took too long.',
    remedy: 'Try again on another day; if it stays so, treat it as a dead link.',
  },
  'unchecked-link': {
    level: 'hint',
    description: 'A server did not let our question in, as some do with programs. That says nothing about the page.',
    remedy: 'Open the address in a browser.',
  },
  'unknown-identifier': {
    level: 'warning',
    description: 'A DOI or an arXiv id is not registered. The reference leads nowhere, or to another work.',
    remedy: 'Compare the identifier with the page of the work; a digit may be wrong.',
  },
  'other-title': {
    level: 'warning',
    description:
      'The record of the DOI or arXiv id carries another title than our entry: the title was mistyped, or the identifier is of another work.',
    remedy: 'Look at the record, and correct the title or the identifier.',
  },
  'other-authors': {
    level: 'warning',
    description: 'The record of the DOI or arXiv id lists other authors, or in another order, than our entry.',
    remedy: 'Copy the authors from the record, or cut the list with `and others`.',
  },
  'other-year': {
    level: 'warning',
    description: 'The record of the DOI or arXiv id has another year than our entry.',
    remedy: 'Write the year of the version that is cited.',
  },
} as const satisfies Record<string, RuleText>;

export type LinkRule = keyof typeof linkRules;
