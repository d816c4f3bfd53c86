import type { Strings } from './strings/index.ts';

/** The sentences of a text, end to end with the space after them; a stop after "et al" or "e.g" ends none. */
export function splitSentences(text: string, { prose }: Pick<Strings, 'prose'>): string[] {
  const sentences: string[] = [];
  let open = '';
  // A line break in the source ends no sentence.
  for (const { segment } of prose.sentences.segment(text.replaceAll('\n', ' '))) {
    open += segment;
    if (prose.abbreviation.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}
