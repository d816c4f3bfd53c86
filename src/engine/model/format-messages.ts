import { levelOf, type Message } from './message.ts';

/**
 * Messages as people read them: a line for the file, a line a message with its place, level, reason and rule.
 *
 * Files in the order of their names, messages in that of their places, nothing said twice.
 */
export function formatMessages(messages: readonly Message[]): string {
  const files = Map.groupBy(messages, ({ file }) => file ?? '');
  const blocks = [...files].toSorted(([a], [b]) => compare(a, b)).map(([file, found]) => [file, ...linesOf(found)].join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

function linesOf(messages: readonly Message[]): string[] {
  const sorted = messages.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0) || (a.column ?? 0) - (b.column ?? 0));
  return [...new Set(sorted.map((message) => `  ${placeOf(message)}${levelOf(message)}  ${message.reason}  ${message.ruleId}`))];
}

function placeOf({ place }: Message): string {
  if (place === undefined) return '';
  const start = 'start' in place ? place.start : place;
  const end = 'end' in place ? place.end : place;
  const from = `${start.line}:${start.column}`;
  const to = `${end.line}:${end.column}`;
  return `${from === to ? from : `${from}-${to}`}  `;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
