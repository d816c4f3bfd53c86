import { spellingsOf } from '../model/glossary.ts';
import type { Check } from '../model/rule.ts';

export const duplicateTerm: Check = {
  id: 'duplicate-term',
  level: 'error',
  description:
    'Two terms of `content/glossary.yaml` have the same id or a spelling in common, so a word has two meanings.',
  remedy: 'Keep one of the two, or give them different ids and spellings.',
  check: ({ glossary: { file, value, positionOf } }) => {
    const first = new Map<string, number>();
    return value.flatMap((term, index) => {
      const names = [term.id, ...spellingsOf(term).map((spelling) => spelling.toLowerCase())];
      const taken = names.find((name) => (first.get(name) ?? index) !== index);
      for (const name of names) if (!first.has(name)) first.set(name, index);
      if (taken === undefined) return [];
      const reason = `Duplicate term \`${taken}\`: expected each id and each spelling once`;
      return [{ file, position: positionOf([index, 'id']), reason }];
    });
  },
};
