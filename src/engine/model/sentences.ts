const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });
const abbreviation = /(?:\b(?:al|e\.g|i\.e|vs|cf|ca|pp?|chs?|secs?|figs?|tabs?|eqs?|no|vol|[A-Z])\.|[,;:(])\s*$/;

/** The sentences of a text, end to end with the space after them; a stop after "et al" or "e.g" ends none. */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  let open = '';
  for (const { segment } of segmenter.segment(text)) {
    open += segment;
    if (abbreviation.test(open)) continue;
    sentences.push(open);
    open = '';
  }
  return open === '' ? sentences : [...sentences, open];
}
