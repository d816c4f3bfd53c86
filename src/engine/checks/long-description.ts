import type { Check } from '../model/rule.ts';

export const longDescription: Check = {
  id: 'long-description',
  level: 'error',
  description:
    'The `description` of an essay is longer than 160 characters. Search engines and link previews would cut it off.',
  remedy: 'Say in one sentence what the essay found.',
  check: ({ essays }) =>
    essays.flatMap(({ path, frontmatter: { description }, positionOf }) => {
      if (description.length <= mostCharacters) return [];
      const reason = `Unexpected ${description.length} characters of \`description\`, expected at most ${mostCharacters}`;
      return [{ file: path, position: positionOf(['description']), reason }];
    }),
};

const mostCharacters = 160;
