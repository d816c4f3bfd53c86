import { findMath } from './find-math.ts';
import { renderMarkdown } from './markdown/index.ts';
import type { FormulaCache } from './tex-input.ts';
import { sanitize } from './sanitize.ts';
import { trimHtml } from './trim-html.ts';

/**
 * Converts Markdown to the HTML that the forum shows for a post of type `markdown`. `formulaCache` may be shared
 * between posts.
 */
export const convertMarkdown = (markdown: string, formulaCache: FormulaCache = new Map()): string =>
  findMath(trimHtml(renderMarkdown(markdown)), formulaCache);

/** Converts HTML to what the forum shows for a post of type `html`. */
export const convertHtml = (html: string, formulaCache: FormulaCache = new Map()): string =>
  findMath(sanitize(html), formulaCache);
