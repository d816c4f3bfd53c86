import { escapeXml } from '../../engine/model/escape-xml.ts';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { formatMessages, sortMessages } from '../../engine/model/format-messages.ts';
import { isError, type Message } from '../../engine/model/message.ts';

/** Maximum number of errors that are shown besides the first. */
const limit = 10;

/** The data of the overlay of Astro's development server. `message` and `highlightedCode` are HTML. */
type Mistake = {
  name: string;
  title: string;
  message: string;
  loc: { file: string; line: number; column: number } | null;
  highlightedCode: string;
};

/** Renders the answer to every request while the content is broken. `page.ts` shows the error over the open page. */
export function renderMistakePage(
  messages: readonly Message[],
  { root, base }: { root: string; base: string },
): string {
  const mistake = JSON.stringify(toMistake(messages, root)).replaceAll('<', '\\u003c');
  return `<!doctype html>
<title>A mistake in the content</title>
<script type="application/json" id="mistake">${mistake}</script>
<script type="module" src="${base}src/vite/live/page.ts"></script>
`;
}

function toMistake(messages: readonly Message[], root: string): Mistake {
  const errors = sortMessages(messages.filter(isError));
  const [first, ...others] = errors;
  const { file = '', line = 1, column = 1 } = first ?? {};
  const message =
    first === undefined
      ? 'The review could not be read. Run `npm run check` to see why.'
      : `${first.reason}  ${first.ruleId}${listOf(others)}`;
  return {
    name: 'Content',
    title: errors.length > 1 ? `${errors.length} mistakes in the content` : 'A mistake in the content',
    message: escapeXml(message).replace(/`([^`\n]*)`/g, '<code>$1</code>'),
    loc: first === undefined ? null : { file: join(root, file), line, column },
    highlightedCode: renderSource(join(root, file), line),
  };
}

/** Lists the other errors as `npm run check` prints them. */
function listOf(others: readonly Message[]): string {
  const left = others.length - limit;
  const rest = left > 0 ? `and ${left} more, which \`npm run check\` lists\n` : '';
  return others.length === 0 ? '' : `\n\nand:\n\n${formatMessages(others.slice(0, limit))}${rest}`;
}

/** Renders the lines of a file in Shiki's markup. Returns an empty text if the file cannot be read. */
function renderSource(file: string, wrong: number): string {
  const text = readIfThere(file);
  if (text === null || text.includes('\0')) return '';
  const lines = text
    .split('\n')
    .map((line, index) => `<span class="line${index + 1 === wrong ? ' error-line' : ''}">${escapeXml(line)}</span>`);
  return `<pre class="shiki"><code>${lines.join('\n')}</code></pre>`;
}

function readIfThere(file: string): string | null {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
