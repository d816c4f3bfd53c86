import type { Check } from '../model/rule.ts';
import { isInCapitals } from './title-in-capitals.ts';

export const unprotectedAcronym: Check = {
  id: 'unprotected-acronym',
  level: 'warning',
  description:
    'A title contains a word with capitals inside it, such as `GPT` or `AlphaGo`, without braces. The site prints it as written, but BibTeX would print `gpt` and `alphago`.',
  remedy: 'Put the word in braces: `title = {{GPT-4} Technical Report}`.',
  check: ({ entries }) =>
    [...entries.values()].flatMap(({ key, file, valueOf, positionOf }) => {
      const words = unprotectedIn(valueOf('title') ?? '');
      if (words.length === 0) return [];
      const [bare, braced] = [words, words.map((word) => `{${word}}`)].map((list) =>
        list.map((word) => `\`${word}\``).join(', '),
      );
      return [
        {
          file,
          position: positionOf('title'),
          reason: `Missing braces around ${bare} in the title of \`${key}\`: expected ${braced}`,
        },
      ];
    }),
};

function unprotectedIn(title: string): string[] {
  if (isInCapitals(title)) return [];
  const words = outsideBraces(title)
    .split(/\s+/)
    .map((word) => word.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  return [...new Set(words.filter((word) => /[\p{L}\p{N}]\p{Lu}/u.test(word)))];
}

/** Returns the part of a title that BibTeX may convert to lower case. */
function outsideBraces(title: string): string {
  let depth = 0;
  return title
    .replace(/\$[^$]*\$|\\[a-zA-Z]+/g, ' ')
    .replace(/[\s\S]/g, (char) => {
      if (char === '{') depth += 1;
      if (char === '}') depth -= 1;
      return depth > 0 || char === '}' ? '\u{E000}' : char;
    })
    .replace(/[^\s]*\u{E000}[^\s]*/gu, ' ');
}
