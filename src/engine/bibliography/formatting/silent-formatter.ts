import type { Formatter } from './reference-formatter.ts';

/**
 * Creates a formatter that prints nothing, for callers that only need to know what is cited. References are in the
 * order of their citations.
 */
export function createSilentFormatter(): Formatter {
  return {
    formatEssay: (citations) => {
      const keys = new Set(citations.flatMap(({ items }) => items.map(({ key }) => key)));
      return { citations: citations.map(() => []), references: [...keys].map((key) => ({ key, children: [] })) };
    },
  };
}
