/** A name or a title to compare by: without accents, spaces and punctuation, in lower case. */
export const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
