import type { Check } from '../model/rule.ts';

export const longDescription: Check = {
  id: 'long-description',
  level: 'error',
  description:
    'The `description` of an essay is longer than 160 characters. Search engines and link previews would cut it off.',
  remedy: 'Say in one sentence what the essay found.',
  check: ({ essays }) =>
    essays.flatMap(({ path, frontmatter: { description }, positionOf }) => {
      if (description.length <= maxCharacters) return [];
      const reason = `Invalid \`description\` of ${description.length} characters: expected at most ${maxCharacters}`;
      return [{ file: path, position: positionOf(['description']), reason }];
    }),
};

const maxCharacters = 160;
