import { findMath } from './find-math.ts';
import { renderMarkdown } from './markdown/index.ts';
import type { Readings } from './read-tex.ts';
import { sanitize } from './sanitize.ts';
import { trimHtml } from './trim-html.ts';

/** HTML that readers of the forum get of a post of type `markdown`; `readings` saves formulas that were read before. */
export const convertMarkdown = (markdown: string, readings: Readings = new Map()): string =>
  findMath(trimHtml(renderMarkdown(markdown)), readings);

/** HTML that readers of the forum get of a post of type `html`. */
export const convertHtml = (html: string, readings: Readings = new Map()): string => findMath(sanitize(html), readings);
