import { styleText } from 'node:util';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { levelOf, type Level, type Message } from '../../src/engine/model/message.ts';
import { referenceToRule } from '../../src/engine/model/rules/index.ts';
import { countOf, ofLevel } from './count.ts';
import type { ReportOptions } from './index.ts';

type Style = Parameters<typeof styleText>[0];

const colours: Readonly<Record<Level, Style>> = { error: ['red', 'bold'], warning: 'yellow', hint: 'blue' };

/**
 * Formats messages by file, with the address of each rule's page, and a count. Hints are only counted unless requested:
 * a finished review has dozens that need no fix, and would hide a warning.
 */
export function formatForPeople(messages: readonly Message[], { baseUrl, hints, stream }: ReportOptions): string {
  // `styleText` respects the stream, NO_COLOR and FORCE_COLOR.
  const paint = (style: Style, text: string): string => styleText(style, text, { stream });
  const shown = hints ? messages : messages.filter((message) => levelOf(message) !== 'hint');
  const text = formatMessages(shown, {
    file: (file) => paint('underline', file),
    place: (place) => paint('dim', place),
    level: (level) => paint(colours[level], level),
    rule: (rule) => paint('dim', rule),
  });
  const ids = [...new Set(shown.map(({ ruleId }) => ruleId ?? ''))].toSorted();
  const width = Math.max(...ids.map(({ length }) => length));
  const pages = ids.map((id) => `  ${id.padEnd(width)}  ${paint('dim', referenceToRule(id, baseUrl))}`);
  const more = hints || ofLevel(messages, 'hint') === 0 ? '' : '; `npm run check -- --hints` shows the hints';
  const count = messages.length === 0 ? '' : `${countOf(messages)}${more}\n`;
  return [text, pages.length === 0 ? '' : `${pages.join('\n')}\n`, count].filter((part) => part !== '').join('\n');
}
