import type { Position } from 'unist';
import type { VFileMessage } from 'vfile-message';
import { createMessage, rangeOf, type Message } from './model/message.ts';

/** Converts the MDX parser's error into a message in an author's words. */
export function toSyntaxMessage(error: VFileMessage, file: string): Message {
  const { reason } = error;
  // The tag is a smaller range than the paragraph or component that ends before it is closed.
  const tag = reason.startsWith('Expected a closing tag') ? positionIn(reason) : null;
  return createMessage('mdx-syntax', explainSyntaxError(reason), { file, position: tag ?? rangeOf(error) ?? start });
}

const start: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Parses the position of a tag in a reason: "for `<Note>` (14:1-14:7)". */
function positionIn(reason: string): Position | null {
  const [line, column, endLine, endColumn] = /\((\d+):(\d+)-(\d+):(\d+)\)/.exec(reason)?.slice(1).map(Number) ?? [];
  if (line === undefined || column === undefined || endLine === undefined || endColumn === undefined) return null;
  return { start: { line, column }, end: { line: endLine, column: endColumn } };
}

const plainBracket = 'write `\\<` for a plain `<`';

/** Rewrites the parser's reason into one in an author's words. */
function explainSyntaxError(reason: string): string {
  if (/\bacorn\b/.test(reason)) return 'Invalid brace: expected text; write `\\{` for a brace';
  const unclosed = /^Expected a closing tag for `<([^`>]*)>`/.exec(reason)?.[1];
  if (unclosed !== undefined) {
    const where = reason.endsWith('of `paragraph`')
      ? `in the same paragraph; ${plainBracket}`
      : 'on a line of its own, after a blank line';
    return `Missing closing tag of \`<${unclosed}>\`: expected \`</${unclosed}>\` ${where}`;
  }
  const bracket = /^Unexpected (character `.*?`|end of file).* (?:before|in|after) (?:local |member )?name,/s.exec(
    reason,
  );
  if (bracket !== null) return `Invalid ${bracket[1]} after \`<\`: expected a component; ${insteadOf(reason)}`;
  const [found, expected] = reason.replace(/^Unexpected/, 'Invalid').split(', expected ');
  return expected !== undefined
    ? `${found}: expected ${expected}`
    : `Invalid syntax: expected Markdown with components; ${reason}`;
}

function insteadOf(reason: string): string {
  if (reason.includes('to create a comment')) return 'write a comment as `{/* … */}`';
  if (reason.includes('to create a link')) return 'write a link as `[text](URL)`';
  return plainBracket;
}
