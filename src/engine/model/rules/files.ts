import type { RuleText } from '../rule.ts';

/** Rules about files, YAML and what `review.yaml` chooses. */
export const fileRules = {
  'not-utf-8': {
    level: 'error',
    description:
      'A text file holds bytes that are not UTF-8. Read in another encoding, accents and quotation marks would become other letters on the page.',
    remedy: 'Save the file again as UTF-8; most editors have the encoding in the status bar or in “Save as”.',
  },
  'nul-byte': {
    level: 'error',
    description:
      'A text file holds a NUL byte, which no text has: the file is damaged, or it is in UTF-16. The message stands at the first one.',
    remedy: 'Take the byte out, or save the file again as UTF-8.',
  },
  'unreadable-file': {
    level: 'error',
    description:
      'A file of the content is there, but the operating system does not let it be read: its permissions, or a link to a file that is gone, or to a folder that it is in.',
    remedy: 'Give the file its permissions back (`chmod u+r FILE`), or put the file itself in the place of the link.',
  },
  'nested-too-deep': {
    level: 'error',
    description:
      'A text is nested deeper than any reader could follow: lists in lists, brackets in brackets, quotes in quotes. Usually a program has written it, or brackets were never closed.',
    remedy: 'Close the brackets, or take levels out.',
  },
  'missing-file': {
    level: 'error',
    description:
      'One of the files that every review has is not there: `review.yaml`, `domains.yaml`, `authors.yaml` or `works.yaml` in `content/`.',
    remedy: 'Write the file; `{}` is enough for a `works.yaml` that says nothing yet.',
  },
  'yaml-syntax': {
    level: 'error',
    description:
      'A YAML file or the frontmatter of an essay cannot be read. The usual causes are a colon in a text without quotes, a quote that is not closed, and a tab where spaces are due.',
    remedy: 'Write texts that hold `: ` or begin with a special character in quotes: `title: "Loss: a story"`.',
  },
  'invalid-field': {
    level: 'error',
    description:
      'A field of a YAML file is missing, unknown or of another form than expected. Nothing unknown is ignored, so that a misspelt field cannot be without effect.',
    remedy: 'Write the field as the message says.',
  },
  'undrawn-figure': {
    level: 'error',
    description:
      'A part of an SVG cannot be drawn as the PNG that posts show: a CSS variable without a value, or a character that neither of the two fonts has.',
    remedy: 'Write the value after a comma, as in `var(--ink, #333)`; draw a character that has no glyph as a path.',
  },
  'unknown-style': {
    level: 'error',
    description:
      'The `style` of `review.yaml` is neither a citation style that is known by name nor a CSL file under `content/`, so that no citation could be printed.',
    remedy:
      'Write `style: apa`, or put a style of the Citation Style Language beside it: `style: content/chicago.csl`.',
  },
  'unknown-locale': {
    level: 'error',
    description: 'The `locale` of `review.yaml` is not a language in which pages, posts and citations can be written.',
    remedy: 'Write one that the message names, such as `locale: en-US`.',
  },
} as const satisfies Record<string, RuleText>;
