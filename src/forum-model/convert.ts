import { findMath } from './find-math.ts';
import { renderMarkdown } from './markdown/index.ts';
import type { FormulaCache } from './tex-input.ts';
import { sanitize } from './sanitize.ts';
import { trimHtml } from './trim-html.ts';

/** The HTML that the forum shows of a post of type `markdown`; `formulaCache` holds the results of formulas of other posts. */
export const convertMarkdown = (markdown: string, formulaCache: FormulaCache = new Map()): string =>
  findMath(trimHtml(renderMarkdown(markdown)), formulaCache);

/** The HTML that the forum shows of a post of type `html`. */
export const convertHtml = (html: string, formulaCache: FormulaCache = new Map()): string =>
  findMath(sanitize(html), formulaCache);
