/** TeX on one line: comments are removed, and every run of white space becomes one space. */
export const foldTex = (tex: string): string =>
  tex
    .replace(/(\\[^])|%[^\n]*/g, '$1')
    .replace(/\s+/g, ' ')
    .trim();
