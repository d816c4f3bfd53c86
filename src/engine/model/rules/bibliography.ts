import type { RuleText } from '../rule.ts';

/** Rules that hold while the library is read. */
export const bibliographyRules = {
  'missing-key': {
    level: 'error',
    description: 'An entry has no key by which it could be cited.',
    remedy: 'Write `@article{key, …}`.',
  },
  'unclosed-brace': {
    level: 'error',
    description:
      'The braces or quotes of an entry do not close, or close too early; or a comma between its fields or the `@` before its type is missing. The entry ends where the next one begins, and the others are read all the same.',
    remedy: 'Close what is open, at the place of the message or just before it.',
  },
  'unknown-crossref': {
    level: 'error',
    description:
      'The `crossref` or `xdata` of an entry names no entry of the library, so that it would inherit nothing.',
    remedy: 'Correct the key, or export the entry that it names with it.',
  },
  'duplicate-key': {
    level: 'error',
    description: 'Two entries have the same key. A citation of it could mean either.',
    remedy: 'Take one out, or give it a key of its own.',
  },
  'unknown-entry-type': {
    level: 'error',
    description:
      'The type of an entry is none of BibTeX or BibLaTeX, or it is `@set`, which is no work. Read as something else, its fields would be printed wrongly.',
    remedy: 'Write a known type, such as `@article`, `@inproceedings`, `@book`, `@report` or `@online`.',
  },
  'missing-title': {
    level: 'error',
    description: 'An entry has no title. Nobody could find or recognise the work.',
    remedy: 'Write `title = {…}`.',
  },
  'unreadable-date': {
    level: 'error',
    description:
      'A `date` is not in the form that BibLaTeX reads, or a day or year that cannot be. It would be left out or printed as it stands.',
    remedy: 'Write `date = {2004-06-30}`, `{2004}`, `{2004/2006}` or `{2004~}`; for words use `year = {in press}`.',
  },
  'duplicate-field': {
    level: 'error',
    description: 'A field stands twice in an entry, and one of the two would be lost.',
    remedy: 'Take one out.',
  },
  'unknown-string': {
    level: 'error',
    description:
      'A value without braces or quotes names a string that no `@string` of the library defines; in an `@string`, one that none above it defines.',
    remedy: 'Put the text in braces: `journaltitle = {JMLR}`.',
  },
  'unreadable-entry': {
    level: 'error',
    description: 'An entry has its parts, but cannot be read as a work.',
    remedy: 'Look for unusual TeX in the field that the message names; it repeats what the reader said.',
  },
} as const satisfies Record<string, RuleText>;
