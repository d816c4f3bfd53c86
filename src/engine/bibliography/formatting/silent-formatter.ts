import type { Formatter } from './reference-formatter.ts';

/** A formatter that prints nothing, for whoever asks only what is cited: references stand in the order of their citations. */
export function createSilentFormatter(): Formatter {
  return {
    formatEssay: (citations) => {
      const keys = new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)));
      return { citations: citations.map(() => []), references: [...keys].map((key) => ({ key, children: [] })) };
    },
  };
}
