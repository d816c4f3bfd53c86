import { createMessage, type Message } from './model/message.ts';
import type { Sources } from './parse-review.ts';

/** Reports texts with NUL bytes, which files in UTF-16 contain. */
export const checkTexts = ({ texts }: Pick<Sources, 'texts'>): Message[] =>
  [...texts].flatMap(([file, text]) => nulByte(file, text));

function nulByte(file: string, text: string): Message[] {
  const offset = text.indexOf('\0');
  if (offset === -1) return [];
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  const reason = 'Invalid NUL byte: expected text in UTF-8; remove it, or save a file in UTF-16 again as UTF-8';
  return [createMessage('nul-byte', reason, { file, position })];
}
