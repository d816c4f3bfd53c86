import type { Point } from 'unist';
import { levelOf, rangeOf, type Level, type Message } from './message.ts';

/** Functions applied to the parts of a line before they are joined, for example to colour them. */
type Paint = {
  file: (text: string) => string;
  place: (text: string) => string;
  level: (level: Level) => string;
  rule: (id: string) => string;
};

const asItIs = (text: string): string => text;
const plain: Paint = { file: asItIs, place: asItIs, level: asItIs, rule: asItIs };

/**
 * Formats messages for people: a line with the file name, then one line per message with its position, level, reason
 * and rule.
 *
 * Files are sorted by name and messages by position; duplicates are removed.
 */
export function formatMessages(messages: readonly Message[], paint: Paint = plain): string {
  const files = Map.groupBy(sortMessages(messages), ({ file }) => file ?? '');
  const blocks = [...files].map(([file, ofFile]) => [paint.file(file), ...linesOf(ofFile, paint)].join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** Sorts messages by file and position. */
export const sortMessages = (messages: readonly Message[]): Message[] =>
  messages.toSorted(
    (a, b) => compare(a.file ?? '', b.file ?? '') || (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0),
  );

function linesOf(messages: readonly Message[], paint: Paint): string[] {
  const lines = messages.map(
    (message) =>
      `  ${placeOf(message, paint)}${paint.level(levelOf(message))}  ${message.reason}  ${paint.rule(message.ruleId ?? '')}`,
  );
  return [...new Set(lines)];
}

function placeOf(message: Message, paint: Paint): string {
  const range = rangeOf(message);
  if (range === null) return '';
  const from = formatPoint(range.start);
  const to = formatPoint(range.end);
  return `${paint.place(from === to ? from : `${from}-${to}`)}  `;
}

const formatPoint = ({ line, column }: Point): string => `${line}:${column}`;

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
