import type { RuleText } from '../rule.ts';

/** Rules about files, YAML and the settings in `review.yaml`. */
export const fileRules = {
  'not-utf-8': {
    level: 'error',
    description:
      'A text file contains bytes that are not UTF-8. In another encoding, accents and quotation marks would be printed as wrong characters.',
    remedy: 'Save the file as UTF-8. Most editors show the encoding in the status bar or in “Save as”.',
  },
  'nul-byte': {
    level: 'error',
    description:
      'A text file contains a NUL byte. The file is damaged, or it is in UTF-16. The message is at the first NUL byte.',
    remedy: 'Remove the byte, or save the file as UTF-8.',
  },
  'unreadable-file': {
    level: 'error',
    description:
      'The operating system does not allow a content file to be read: its permissions are wrong, or it is a symbolic link to a missing file or to a folder that contains it.',
    remedy: 'Make the file readable (`chmod u+r FILE`), or replace the link with the file.',
  },
  'nested-too-deep': {
    level: 'error',
    description:
      'A text is nested too deeply, for example lists in lists, brackets in brackets or quotations in quotations. Usually a program generated it, or brackets are not closed.',
    remedy: 'Close the brackets, or remove levels.',
  },
  'missing-file': {
    level: 'error',
    description:
      'A required file is missing: `review.yaml`, `domains.yaml`, `authors.yaml` or `works.yaml` in `content/`.',
    remedy: 'Create the file. An empty `works.yaml` contains `{}`.',
  },
  'yaml-syntax': {
    level: 'error',
    description:
      'A YAML file or the frontmatter of an essay is not valid YAML. Common causes are a colon in a text without quotes, a quote that is not closed, and a tab instead of spaces.',
    remedy: 'Put texts that contain `: ` or begin with a special character in quotes: `title: "Loss: a story"`.',
  },
  'invalid-field': {
    level: 'error',
    description:
      'A field of a YAML file is missing, unknown or not in the expected format. Unknown fields are errors, so a misspelled field is never ignored.',
    remedy: 'Write the field as the message says.',
  },
  'invalid-chart': {
    level: 'error',
    description:
      'The specification of a chart names a file or a column that does not exist, or contradicts its data. Charts use a closed part of Vega-Lite, without URLs, expressions and computed values.',
    remedy: 'Write what the message names. The guide lists what a specification may contain.',
  },
  'invalid-csv': {
    level: 'error',
    description:
      'A CSV file of a chart is not a plain table: names in the first line, commas between cells, one row a line, and numbers and dates in the columns that the chart reads as such.',
    remedy: 'Correct the row. Write `"` around a cell that contains a comma, and `2026-11-24` for a date.',
  },
  'undrawn-figure': {
    level: 'error',
    description:
      'A part of an SVG cannot be converted to the PNG for posts: a CSS variable has no value, or a character is missing from both fonts.',
    remedy: 'Write a value after a comma, as in `var(--ink, #333)`. Draw a missing character as a path.',
  },
  'unknown-style': {
    level: 'error',
    description:
      'The `style` in `review.yaml` is neither the name of a known citation style nor a CSL file under `content/`, so citations cannot be formatted.',
    remedy: 'Write `style: apa`, or add a style of the Citation Style Language: `style: content/chicago.csl`.',
  },
  'unknown-locale': {
    level: 'error',
    description: 'The `locale` in `review.yaml` is not a supported language of pages, posts and citations.',
    remedy: 'Write one that the message names, such as `locale: en-US`.',
  },
} as const satisfies Record<string, RuleText>;
