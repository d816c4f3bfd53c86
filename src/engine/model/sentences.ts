import type { Strings } from './strings/index.ts';

/**
 * Splits a text into sentences, each with the white space after it. A full stop after "et al" or "e.g" does not end a
 * sentence.
 */
export function splitSentences(text: string, { prose }: Pick<Strings, 'prose'>): string[] {
  const sentences: string[] = [];
  let open = '';
  // A line break in the source does not end a sentence.
  for (const { segment } of prose.sentences.segment(text.replaceAll('\n', ' '))) {
    open += segment;
    if (prose.abbreviation.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}
