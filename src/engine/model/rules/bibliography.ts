import type { RuleText } from '../rule.ts';

/** Rules of the bibliography parser. */
export const bibliographyRules = {
  'missing-key': {
    level: 'error',
    description: 'An entry has no key, so it cannot be cited.',
    remedy: 'Write `@article{key, …}`.',
  },
  'unclosed-brace': {
    level: 'error',
    description:
      'The braces or quotes of an entry are not closed or are closed too early, or a comma between fields or the `@` before the type is missing. The entry ends where the next one begins. The other entries are still read.',
    remedy: 'Close the brace or quote at the position of the message or just before it.',
  },
  'unknown-crossref': {
    level: 'error',
    description:
      'The `crossref` or `xdata` of an entry names a key that is not in the bibliography, so the entry would inherit nothing.',
    remedy: 'Correct the key, or also export the entry that it names.',
  },
  'duplicate-key': {
    level: 'error',
    description: 'Two entries have the same key, so a citation of it is ambiguous.',
    remedy: 'Remove one entry, or change its key.',
  },
  'unknown-entry-type': {
    level: 'error',
    description:
      'The type of an entry is not one of BibTeX or BibLaTeX, or is `@set`, which is not a work. Read as another type, its fields would be printed wrongly.',
    remedy: 'Write a known type, such as `@article`, `@inproceedings`, `@book`, `@report` or `@online`.',
  },
  'missing-title': {
    level: 'error',
    description: 'An entry has no title. Readers could not find or recognise the work.',
    remedy: 'Write `title = {…}`.',
  },
  'unreadable-date': {
    level: 'error',
    description:
      'A `date` is not in BibLaTeX’s format, or contains a day or year that does not exist. It would be omitted or printed as written.',
    remedy: 'Write `date = {2004-06-30}`, `{2004}`, `{2004/2006}` or `{2004~}`; for words use `year = {in press}`.',
  },
  'duplicate-field': {
    level: 'error',
    description: 'An entry has the same field twice. One of the two values would be ignored.',
    remedy: 'Remove one of them.',
  },
  'unknown-string': {
    level: 'error',
    description:
      'A value without braces or quotes names a string that no `@string` in the bibliography defines. Inside an `@string`, the name must be defined above it.',
    remedy: 'Put the text in braces: `journaltitle = {JMLR}`.',
  },
  'unreadable-entry': {
    level: 'error',
    description: 'An entry is complete, but citation-js cannot read it as a work.',
    remedy: 'Look for unusual TeX in the field that the message names. The message contains the error of citation-js.',
  },
} as const satisfies Record<string, RuleText>;
