import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import type { ParserRule } from './rules/index.ts';

/**
 * A problem of the content that its author should know of.
 *
 * A `VFileMessage` whose `file` is a path relative to the project's root and whose `ruleId` names the rule. `fatal` is
 * `true` for an error (nothing is written), `false` for a warning or `undefined` for a hint.
 */
export type Message = VFileMessage;

/** In descending order: an error stops the build, a warning should be fixed, a hint is worth a look. */
export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

/** The location of a message. Without a `position` it concerns a file as a whole. */
export type Location = { file: string; position?: Position | Point | undefined };

const fatalOf = { error: true, warning: false, hint: undefined } as const;

/**
 * Creates the message of a parser. `reason` reads "Invalid X: expected Y" (or Unknown, Missing, Duplicate) and may end
 * in a suggestion after a semicolon.
 */
export function createMessage(rule: ParserRule, reason: string, location: Location): Message {
  return createMessageOf({ id: rule, level: 'error' }, reason, location);
}

/** Creates a message of any rule. */
export function createMessageOf(
  { id, level }: { id: string; level: Level },
  reason: string,
  { file, position }: Location,
): Message {
  const message = new VFileMessage(reason, { place: position, ruleId: id, source: 'review' });
  message.file = file;
  message.fatal = fatalOf[level];
  return message;
}

/** Returns the level that `message.fatal` represents. */
export function levelOf(message: Message): Level {
  if (message.fatal === true) return 'error';
  return message.fatal === false ? 'warning' : 'hint';
}

/** Reports whether a message is an error, so that nothing may be written. */
export const isError = (message: Message): boolean => levelOf(message) === 'error';

/** Returns the range of a message, or null if it concerns a file as a whole. A single point is an empty range. */
export function rangeOf({ place }: Pick<Message, 'place'>): Position | null {
  if (place === undefined) return null;
  return 'start' in place ? place : { start: place, end: place };
}

/** Reports whether `level` is at least as severe as `least`. */
export const isAtLeast = (level: Level, least: Level): boolean => levels.indexOf(level) <= levels.indexOf(least);
