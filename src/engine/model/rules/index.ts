import type { Rule } from '../rule.ts';
import { bibliographyRules } from './bibliography.ts';
import { essayRules } from './essays.ts';
import { fileRules } from './files.ts';
import { linkRules } from './links.ts';
import { preprintRules } from './preprint.ts';

export type { LinkRule } from './links.ts';

const texts = { ...fileRules, ...essayRules, ...bibliographyRules, ...preprintRules };

/** Ids of the rules that parsers report; all are errors. */
export type ParserRule = keyof typeof texts;

/** Every rule of the parsers. `checks/index.ts` lists those of the checks. */
export const parserRules: readonly Rule[] = Object.entries(texts).map(([id, text]) => ({ id, ...text }));

/** Every rule about external URLs and records. */
export const outsideRules: readonly Rule[] = Object.entries(linkRules).map(([id, text]) => ({ id, ...text }));

/** Example hosts (RFC 2606), which have no pages. */
const exampleHost = /(?:^|\.)example\.(?:org|com|net)$/;

/** URL of a rule in the guide; null if `baseUrl` is null or an example. `baseUrl` may end with a slash. */
export const addressOfRule = (id: string, baseUrl: string | null): string | null =>
  baseUrl === null || exampleHost.test(new URL(baseUrl).hostname)
    ? null
    : `${baseUrl.replace(/\/?$/, '/')}guide/checks/#${id}`;

/** The reference to a rule in a report: its URL, or the command that prints its text. */
export const referenceToRule = (id: string, baseUrl: string | null): string =>
  addressOfRule(id, baseUrl) ?? `npm run check -- --explain ${id}`;
