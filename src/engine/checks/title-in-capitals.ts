import type { Check } from '../model/rule.ts';

export const titleInCapitals: Check = {
  id: 'title-in-capitals',
  level: 'warning',
  description:
    'A title is entirely in capitals. A citation style cannot change that, so it would be printed as written.',
  remedy: 'Write it in normal capitalisation: `title = {Attention Is All You Need}`.',
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

/** Reports whether a title has at least two words of four or more capitals, and no lower-case letters. */
export function isInCapitals(title: string): boolean {
  const text = title.replace(/\\[a-zA-Z]+/g, '').replace(/\$[^$]*\$/g, '');
  return !/\p{Ll}/u.test(text) && (text.match(/\p{Lu}{4,}/gu)?.length ?? 0) >= 2;
}
