import { join } from 'node:path';
import { formatMessages, sortMessages } from '../engine/model/format-messages.ts';
import { levelOf, type Message } from '../engine/model/message.ts';

/** How many errors are shown beside the first. */
const most = 10;

/** Errors as Vite's overlay and log show them: the first at its place, the others below it as `npm run check` prints them. */
export function toViteError(messages: readonly Message[], root: string) {
  const [first, ...others] = sortMessages(messages.filter((message) => levelOf(message) === 'error'));
  if (first === undefined) return { message: 'The review could not be read. Run `npm run check` to see why.' };
  const loc = { file: join(root, first.file ?? ''), line: first.line ?? 1, column: first.column ?? 1 };
  return { message: `${first.reason} (${first.ruleId})${listOf(others)}`, loc, id: loc.file };
}

function listOf(others: readonly Message[]): string {
  if (others.length === 0) return '';
  const left = others.length - most;
  const rest = left > 0 ? `and ${left} more, which \`npm run check\` lists\n` : '';
  return `\n\nand besides:\n\n${formatMessages(others.slice(0, most))}${rest}`;
}
