import { withoutStruck } from '../../forum-model/meaning/blocks.ts';
import { normalise } from './locate.ts';
import type { Unit } from './units.ts';

/** Suggestions that wait in a draft, as the forum lists them; long texts are cut off. */
export type Pending = { deletions: readonly string[]; replacements: readonly { from: string; to: string }[] };

/** Reads the open suggestions out of a draft's threads. */
export function parsePending(threads: string): Pending {
  const deletions = [...threads.matchAll(/^Suggested delete: "(.*?)(?:\.\.\.)?"$/gms)].map((match) => match[1] ?? '');
  const replacements = [...threads.matchAll(/^Suggested replace: "(.*?)" → "(.*?)"$/gms)].map((match) => ({
    from: match[1] ?? '',
    to: match[2] ?? '',
  }));
  return { deletions, replacements };
}

/** Whether a deletion of a unit has been suggested already. */
export function isDeletionPending(unit: Unit, { deletions }: Pending): boolean {
  const text = normalise(unit.markdown);
  return (
    unit.lines.every(
      (line) =>
        withoutDeletions(line)
          .replace(/^(?:\[[^\]]*\] )?#*/, '')
          .trim() === '',
    ) || deletions.some((start) => normalise(start) !== '' && text.startsWith(normalise(start)))
  );
}

/** Whether a unit would be another once the author accepted what was suggested in it. */
export function becomes(live: Unit, ours: Unit, { replacements }: Pending): boolean {
  const wanted = ours.lines.map(fold).join('\n');
  if (live.lines.map((line) => fold(withoutDeletions(line))).join('\n') === wanted) return true;
  const accepted = replacements.reduce(
    (text, { from, to }) => text.replace(new RegExp(`${escape(fold(from))} ?${escape(fold(to))}`), () => fold(to)),
    live.lines.map(fold).join('\n'),
  );
  return accepted === wanted;
}

const fold = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?)]|$)/g, '')
    .trim();
const escape = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** A line of meaning without what is struck out, in each way that a forum's Markdown has for it. */
function withoutDeletions(line: string): string {
  let text = withoutStruck(line);
  for (let start = findMark(text); start >= 0; start = findMark(text))
    text = text.slice(0, start) + text.slice(endOfMark(text, start));
  return text.replace(/~~[^~]+~~/g, '').replace(/(?<!~)~[^~]+~(?!~)/g, '');
}

const findMark = (text: string): number => text.search(/‹(?:del|sub) /);

function endOfMark(text: string, start: number): number {
  let depth = 0;
  for (let at = start; at < text.length; at += 1) {
    if (text[at] === '‹') depth += 1;
    if (text[at] === '›') depth -= 1;
    if (depth === 0) return at + 1;
  }
  return text.length;
}
