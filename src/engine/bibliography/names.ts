import type { CslItem, Name } from '../model/work.ts';
import type { EntryText } from './csl-item.ts';
import { plainValue } from './fields.ts';

const nameFields = ['author', 'editor', 'translator'] as const;

/**
 * Returns names as citation-js reads them, with `{An Organisation}` as one name and without the `others` of `and
 * others`.
 */
export function namesOf(
  item: CslItem,
  { fields, strings }: Pick<EntryText, 'fields' | 'strings'>,
): Partial<Record<(typeof nameFields)[number], Name[]>> {
  return Object.fromEntries(
    nameFields.flatMap((role) => {
      const names = item[role];
      const field = fields.find(({ name }) => name === role);
      if (!Array.isArray(names) || field === undefined) return [];
      const written = splitNames(plainValue(field.value, strings));
      const kept = names.flatMap((name: Name, index) => {
        if (written[index]?.toLowerCase() === 'others') return [];
        return [isOrganisation(written[index] ?? '') ? { literal: name.literal ?? name.family ?? '' } : name];
      });
      return [[role, kept]];
    }),
  );
}

/** Splits names at `and`, except within braces. */
export function splitNames(text: string): string[] {
  const names = [''];
  let depth = 0;
  for (const word of text.split(/(\s+)/)) {
    if (depth === 0 && word.toLowerCase() === 'and') names.push('');
    else names.push((names.pop() ?? '') + word);
    depth += word.replace(/\\./g, '').split('{').length - word.replace(/\\./g, '').split('}').length;
  }
  return names.map((name) => name.trim()).filter((name) => name !== '');
}

const isOrganisation = (written: string): boolean =>
  /^\{[\s\S]*\}$/.test(written) && !/^\{[^{}]*\}\s*[^}]*,/.test(written);
