import { createMessage, type Message } from './model/message.ts';
import type { Sources } from './parse-review.ts';

/** Messages about files that cannot be what they seem: links to nothing, and texts with NUL bytes, as UTF-16 has them. */
export function checkTexts({ texts, dangling = [] }: Pick<Sources, 'texts' | 'dangling'>): Message[] {
  return [...dangling.map(danglingLink), ...[...texts].flatMap(([file, text]) => nulByte(file, text))];
}

function danglingLink(file: string): Message {
  const reason = `Unexpected symbolic link \`${file}\` to nothing or to a folder around it, expected a file or another folder`;
  return createMessage('dangling-link', reason, { file });
}

function nulByte(file: string, text: string): Message[] {
  const offset = text.indexOf('\0');
  if (offset === -1) return [];
  const before = text.slice(0, offset).split('\n');
  const position = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, offset };
  const reason = 'Unexpected NUL byte, expected text in UTF-8; take it out, or save a file in UTF-16 again as UTF-8';
  return [createMessage('nul-byte', reason, { file, position })];
}
