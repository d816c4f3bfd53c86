/** Puts TeX on one line: removes comments, and collapses white space into single spaces. */
export const foldTex = (tex: string): string =>
  tex
    .replace(/(\\[^])|%[^\n]*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
