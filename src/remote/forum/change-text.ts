import { withoutStyles } from '../../forum-model/meaning/blocks.ts';
import { normalise } from './locate.ts';
import { insideOf, unitsOfMarkdown, type Unit } from './units.ts';

/** A change within a block as the draft interface takes it: rendered text that stands there once, and what comes in its place. */
export type TextChange = { quote: string; replacement: string };

/**
 * The changes of words that make one unit another; null where words alone do not do it: a formula, a link, a footnote or a
 * paragraph is new, gone or moved.
 */
export function changesOfText(live: Unit, ours: Unit, all: readonly Unit[]): TextChange[] | null {
  if (live.model !== ours.model) return null;
  const [before, after] =
    live.model === null ? [[live], [ours]] : [unitsOfMarkdown(insideOf(live)), unitsOfMarkdown(insideOf(ours))];
  if (before.length !== after.length) return null;
  const text = normalise(withoutStyles(all.flatMap(({ lines }) => lines.map(printed)).join('\n')));
  const changes: TextChange[] = [];
  for (const [index, unit] of before.entries()) {
    const target = after[index];
    if (target === undefined) return null;
    if (unit.key === target.key) continue;
    const found = changesOfLines(unit, target, text);
    if (found === null) return null;
    changes.push(...found);
  }
  return changes;
}

function changesOfLines(unit: Unit, target: Unit, text: string): TextChange[] | null {
  if (unit.lines.length !== target.lines.length) return null;
  const changes: TextChange[] = [];
  for (const [index, from] of unit.lines.entries()) {
    const to = target.lines[index] ?? '';
    if (from === to) continue;
    if (kindOf(from) !== kindOf(to) || /^(?:\[[^\]]*\] )?(?:code|frame): /.test(from)) return null;
    const change = narrow(printed(from), printed(to), { text, markdown: `${target.markdown}\n${target.footnotes}` });
    if (change === null) return null;
    changes.push(change);
  }
  return changes;
}

/** What stands before the words of a line of meaning. */
const kindOf = (line: string): string =>
  /^(?:\[[^\]]*\] )?(?:#+ |(?:code|frame|rule|cell in row \d+, column \d+): )?/.exec(line)?.[0] ?? '';
const printed = (line: string): string => line.slice(kindOf(line).length);

/** The words that differ, widened until they stand in the draft once; marks for what is not words must not be among them. */
function narrow(from: string, to: string, { text, markdown }: { text: string; markdown: string }): TextChange | null {
  const a = wordsOf(from);
  const b = wordsOf(to);
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start += 1;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a.at(-1 - end) === b.at(-1 - end)) end += 1;
  for (;;) {
    const quote = a.slice(start, a.length - end).join('');
    const replacement = b.slice(start, b.length - end).join('');
    if (!isPlain(quote + replacement) || !holdsPlainly(markdown, replacement)) return null;
    if (quote.trim() !== '' && text.split(normalise(quote)).length === 2) return { quote, replacement };
    if (start === 0 && end === 0) return null;
    if (start > 0 && isPlain(a[start - 1] ?? '')) start -= 1;
    else if (end > 0 && isPlain(a.at(-end) ?? '')) end -= 1;
    else return null;
  }
}

/** Whether words are nothing but words: no marks, and no letters in a style. */
const isPlain = (text: string): boolean => !/[‹›]/.test(text) && withoutStyles(text) === text;

/** Words with the white space after them; a mark such as `‹formula x›` is one. */
const wordsOf = (text: string): string[] => text.match(/‹[^›]*›\s*|[^\s‹›]+\s*|\s+|[‹›]/g) ?? [];

/** Whether some text stands in the Markdown as it is, without emphasis or anything else that a replacement would lose. */
function holdsPlainly(markdown: string, text: string): boolean {
  const plain = markdown
    .replaceAll('\u2060', '')
    .replace(/\s+/g, ' ')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
  return plain.includes(text.trim()) && !/[*_`~^$\\[\]<>]/.test(text);
}
