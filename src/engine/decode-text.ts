import { createMessage, type Message } from './model/message.ts';

const strict = new TextDecoder('utf-8', { fatal: true });
const lenient = new TextDecoder('utf-8');
const lineFeed = 10;

/** Decodes a file with `\n` as its line break, or returns a message that names the first line that is not UTF-8. */
export function decodeText(bytes: Uint8Array, file: string): string | Message {
  const text = decode(bytes);
  return text === null ? notUtf8(bytes, file) : text.replaceAll('\r\n', '\n');
}

function notUtf8(bytes: Uint8Array, file: string): Message {
  const reason = 'Invalid bytes: expected text in UTF-8; save the file again in that encoding';
  return createMessage('not-utf-8', reason, { file, position: firstWrong(bytes) });
}

/**
 * Finds the first invalid line. No UTF-8 character contains the byte of a line feed, so each line can be decoded
 * separately.
 */
function firstWrong(bytes: Uint8Array): { line: number; column: number } {
  let start = 0;
  for (let line = 1; ; line += 1) {
    const feed = bytes.indexOf(lineFeed, start);
    const bytesOfLine = bytes.subarray(start, feed === -1 ? bytes.length : feed);
    if (feed === -1 || decode(bytesOfLine) === null)
      return { line, column: Math.max(0, lenient.decode(bytesOfLine).indexOf('\uFFFD')) + 1 };
    start = feed + 1;
  }
}

function decode(bytes: Uint8Array): string | null {
  try {
    return strict.decode(bytes);
  } catch {
    return null;
  }
}
