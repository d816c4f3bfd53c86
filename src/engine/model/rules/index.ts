import type { Rule } from '../rule.ts';
import { bibliographyRules } from './bibliography.ts';
import { essayRules } from './essays.ts';
import { fileRules } from './files.ts';
import { linkRules } from './links.ts';

export type { LinkRule } from './links.ts';

const texts = { ...fileRules, ...essayRules, ...bibliographyRules };

/** Ids of the rules that parsers hold content to while they read it; all are errors. */
export type ParserRule = keyof typeof texts;

/** Every rule of the parsers. Those of the checks stand in `checks/index.ts`. */
export const parserRules: readonly Rule[] = Object.entries(texts).map(([id, text]) => ({ id, ...text }));

/** Every rule about what lies outside. */
export const outsideRules: readonly Rule[] = Object.entries(linkRules).map(([id, text]) => ({ id, ...text }));

/** The place of a rule in the guide; `baseUrl` is the review's, with or without a slash at its end. */
export const addressOfRule = (id: string, baseUrl: string): string =>
  `${baseUrl.replace(/\/?$/, '/')}guide/checks/#${id}`;
