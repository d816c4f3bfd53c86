import { levelOf, levels, type Level, type Message } from '../../src/engine/model/message.ts';

/** Returns for example "1 error, 2 warnings, 14 hints", or an empty text if there are none. */
export function countOf(messages: readonly Message[]): string {
  const counts = levels.map((level) => ({ level, count: ofLevel(messages, level) }));
  return counts.flatMap(({ level, count }) => (count === 0 ? [] : [formatCount(count, level)])).join(', ');
}

/** Returns for example "1 essay" or "12 essays". */
export const formatCount = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

export const ofLevel = (messages: readonly Message[], level: Level): number =>
  messages.filter((message) => levelOf(message) === level).length;
