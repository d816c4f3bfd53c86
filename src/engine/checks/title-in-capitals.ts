import type { Check } from '../model/rule.ts';

export const titleInCapitals: Check = {
  id: 'title-in-capitals',
  level: 'warning',
  description:
    'A title is written in capitals throughout. No style can tell which of them are meant, so it would be printed as it stands.',
  remedy: 'Write it as the work’s own first page would in running text: `title = {Attention Is All You Need}`.',
  check: ({ entries }) =>
    [...entries.values()].flatMap(({ key, file, valueOf, positionOf }) => {
      if (!isInCapitals(valueOf('title') ?? '')) return [];
      return [
        {
          file,
          position: positionOf('title'),
          reason: `Invalid capitals in the title of \`${key}\`: expected capitals only where they are meant`,
        },
      ];
    }),
};

/** Two words of at least four letters, and none of small letters. */
export function isInCapitals(title: string): boolean {
  const text = title.replace(/\\[a-zA-Z]+/g, '').replace(/\$[^$]*\$/g, '');
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}{4,}/gu)?.length ?? 0) >= 2;
}
