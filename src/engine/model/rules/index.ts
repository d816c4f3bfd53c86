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

/** Hosts that are nobody's (RFC 2606): a review that has not chosen its address yet has no page there. */
const exampleHost = /(?:^|\.)example\.(?:org|com|net)$/;

/** The place of a rule in the guide; `baseUrl` is the review's, with or without a slash at its end. Null where no site is yet. */
export const addressOfRule = (id: string, baseUrl: string | null): string | null =>
  baseUrl === null || exampleHost.test(new URL(baseUrl).hostname)
    ? null
    : `${baseUrl.replace(/\/?$/, '/')}guide/checks/#${id}`;

/** What a report says of a rule beside its name: its page, or the command that prints its text. */
export const referenceToRule = (id: string, baseUrl: string | null): string =>
  addressOfRule(id, baseUrl) ?? `npm run check -- --explain ${id}`;
