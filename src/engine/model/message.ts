import type { Point, Position } from 'unist';
import { VFileMessage } from 'vfile-message';

/**
 * Something about the content that its author should know.
 *
 * A `VFileMessage` whose `file` is a path relative to the project's root, whose `ruleId` names the rule,
 * and whose `fatal` is `true` (error: nothing is written), `false` (warning) or `undefined` (information).
 */
export type Message = VFileMessage;

export type Level = 'error' | 'warning' | 'information';

/** Where a message belongs. A `file` alone stands for problems of a file as a whole. */
export type Place = { file: string; position?: Position | Point | undefined };

const fatalOf = { error: true, warning: false, information: undefined } as const;

/** Makes a message: `reason` reads "Unexpected X, expected Y" and may end in a suggestion after a semicolon. */
export function createMessage(rule: string, reason: string, { level = 'error', ...place }: Place & { level?: Level }): Message {
  const message = new VFileMessage(reason, { place: place.position, ruleId: rule, source: 'review' });
  message.file = place.file;
  message.fatal = fatalOf[level];
  return message;
}

/** The level that `message.fatal` stands for. */
export function levelOf(message: Message): Level {
  if (message.fatal === true) return 'error';
  return message.fatal === false ? 'warning' : 'information';
}
