import { foldTex } from '../../model/tex.ts';

/** A table's cell ends at a bare `|`, in a formula too; the forum removes the backslash before it reads the formula. */
const escapeBars = (tex: string): string => tex.replaceAll('|', '\\|');

/**
 * An inline formula in the forum's Markdown: `$…$` where its rule finds it, else `\\(…\\)`.
 *
 * The first `$` closes the formula, there is no white space just inside the dollars, and no digit follows.
 */
export function printInline(tex: string, { inCell, after }: { inCell: boolean; after: string }): string {
  const folded = inCell ? escapeBars(foldTex(tex)) : foldTex(tex);
  const plain = !folded.includes('$') && !folded.endsWith('\\') && !/^\d/.test(after);
  return plain ? `$${folded}$` : `\\\\(${folded}\\\\)`;
}

/** A display formula: on one line, because Markdown's block rules read each line of it first. */
export function printDisplay(tex: string): string {
  const folded = foldTex(tex);
  return /\$|\\$/.test(folded) ? `\\\\[${folded}\\\\]` : `$$${folded}$$`;
}
