import type { RuleText } from '../rule.ts';

/** Rules about papers, which `npm run preprint` writes. */
export const preprintRules = {
  'unprintable-character': {
    level: 'error',
    description:
      'A character cannot be printed in a paper: `pdflatex`, which arXiv runs, has neither a letter nor a command for it. Emoji and letters of other scripts than Latin and Greek are such characters.',
    remedy: 'Write it in words, transcribe a name into Latin letters, or write a symbol as a formula.',
  },
  'unprintable-formula': {
    level: 'error',
    description: 'A formula uses a macro that KaTeX has and LaTeX lacks, so that a paper cannot print it.',
    remedy: 'Write the formula with macros that both know.',
  },
  'failed-preprint': {
    level: 'error',
    description:
      'LaTeX could not typeset a paper. The message is what LaTeX says, at the block of the essay from which the text comes.',
    remedy: 'Change the block, mostly a formula or a table, until LaTeX accepts it.',
  },
  'untidy-preprint': {
    level: 'warning',
    description:
      'A line or table of a paper is wider than the page by more than 10 points, a reference has no target, or a font lacks a character. The message is at the block of the essay from which the text comes.',
    remedy: 'Shorten a long formula or word, or give a table fewer columns.',
  },
} as const satisfies Record<string, RuleText>;
