/** TeX on one line: comments go, and every run of white space is one space. */
export const foldTex = (tex: string): string => tex.replace(/(?<!\\)%.*$/gm, '').replace(/\s+/g, ' ').trim();

/** Bars as words: a table's cell ends at `|`, in a formula too. */
const withoutBars = (tex: string): string => tex.replace(/\\\|/g, '\\Vert{}').replace(/\|/g, '\\vert{}');

/**
 * An inline formula in the forum's Markdown: `$…$` where its rule finds it, else `\\(…\\)`.
 *
 * The closing dollar is the first one, no white space stands inside, and no digit follows.
 */
export function printInline(tex: string, { inCell, after }: { inCell: boolean; after: string }): string {
  const folded = inCell ? withoutBars(foldTex(tex)) : foldTex(tex);
  const plain = !folded.includes('$') && !folded.endsWith('\\') && !/^\d/.test(after);
  return plain ? `$${folded}$` : `\\\\(${folded}\\\\)`;
}

/** A display formula: on one line, for Markdown's block rules read each line of it first. */
export function printDisplay(tex: string): string {
  const folded = foldTex(tex);
  return folded.includes('$') ? `\\\\[${folded}\\\\]` : `$$${folded}$$`;
}
