import { levelOf, type Level, type Message } from './message.ts';

/** What is done to the parts of a line before it is put together, as to give them colours. */
type Paint = {
  file: (text: string) => string;
  place: (text: string) => string;
  level: (level: Level) => string;
  rule: (id: string) => string;
};

const asItIs = (text: string): string => text;
const plain: Paint = { file: asItIs, place: asItIs, level: asItIs, rule: asItIs };

/**
 * Messages as people read them: a line for the file, a line a message with its place, level, reason and rule.
 *
 * Files in the order of their names, messages by position, none twice.
 */
export function formatMessages(messages: readonly Message[], paint: Paint = plain): string {
  const files = Map.groupBy(sortMessages(messages), ({ file }) => file ?? '');
  const blocks = [...files].map(([file, found]) => [paint.file(file), ...linesOf(found, paint)].join('\n'));
  return blocks.length === 0 ? '' : `${blocks.join('\n\n')}\n`;
}

/** Messages by file and place. */
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

function placeOf({ place }: Message, paint: Paint): string {
  if (place === undefined) return '';
  const start = 'start' in place ? place.start : place;
  const end = 'end' in place ? place.end : place;
  const from = `${start.line}:${start.column}`;
  const to = `${end.line}:${end.column}`;
  return `${paint.place(from === to ? from : `${from}-${to}`)}  `;
}

const compare = (a: string, b: string): number => (a < b ? -1 : Number(a > b));
