import { createTwoFilesPatch } from 'diff';

/** A version of a post; `name` says where it is. */
export type Version = { name: string; title: string; text: string };

/** Returns a unified diff of two versions, with the title as the first line, or an empty text if they are equal. */
export function diffTexts(before: Version, after: Version): string {
  const [a, b] = [before, after].map(({ title, text }) => `# ${title}\n\n${text}`);
  if (a === undefined || b === undefined || a === b) return '';
  const patch = createTwoFilesPatch(before.name, after.name, a, b, undefined, undefined, { context: 1 });
  return patch.replace(/^=+\n/, '').trimEnd();
}
