import { foldTex } from '../../model/tex.ts';

/**
 * Escapes `|`, which ends a table cell even within a formula. The forum removes the backslash before it parses the
 * formula.
 */
const escapeBars = (tex: string): string => tex.replaceAll('|', '\\|');

/**
 * Prints an inline formula in the forum's Markdown: `$…$` if the forum recognises it, else `\\(…\\)`.
 *
 * The forum's rule: the first `$` closes the formula, there is no white space just inside the dollars, and no digit
 * follows.
 */
export function printInline(tex: string, { inCell, after }: { inCell: boolean; after: string }): string {
  const folded = inCell ? escapeBars(foldTex(tex)) : foldTex(tex);
  const plain = !folded.includes('$') && !folded.endsWith('\\') && !/^\d/.test(after);
  return plain ? `$${folded}$` : `\\\\(${folded}\\\\)`;
}

/** Prints a display formula on one line, because Markdown's block rules apply to each of its lines first. */
export function printDisplay(tex: string): string {
  const folded = foldTex(tex);
  return /\$|\\$/.test(folded) ? `\\\\[${folded}\\\\]` : `$$${folded}$$`;
}
