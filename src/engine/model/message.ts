import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';
import type { ParserRule } from './rules/index.ts';

/**
 * Something about the content that its author should know.
 *
 * A `VFileMessage` whose `file` is a path relative to the project's root, whose `ruleId` names the rule,
 * and whose `fatal` is `true` (error: nothing is written), `false` (warning) or `undefined` (hint).
 */
export type Message = VFileMessage;

/** From the gravest: an error stops the build, a warning should be fixed, a hint is worth a look. */
export const levels = ['error', 'warning', 'hint'] as const;
export type Level = (typeof levels)[number];

/** Where a message belongs. A `file` alone stands for problems of a file as a whole. */
export type Location = { file: string; position?: Position | Point | undefined };

const fatalOf = { error: true, warning: false, hint: undefined } as const;

/** Makes the message of a parser: `reason` reads "Invalid X: expected Y" (or Unknown, Missing, Duplicate) and may end in a suggestion after a semicolon. */
export function createMessage(rule: ParserRule, reason: string, location: Location): Message {
  return createMessageOf({ id: rule, level: 'error' }, reason, location);
}

/** Makes a message of any rule. */
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

/** The level that `message.fatal` stands for. */
export function levelOf(message: Message): Level {
  if (message.fatal === true) return 'error';
  return message.fatal === false ? 'warning' : 'hint';
}

/** Whether `level` is `least` or graver. */
export const isAtLeast = (level: Level, least: Level): boolean => levels.indexOf(level) <= levels.indexOf(least);
