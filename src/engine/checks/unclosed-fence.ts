import type { Code } from 'mdast';
import type { Essay } from '../model/essay.ts';
import type { Check, Problem } from '../model/rule.ts';
import { nodesOf } from '../model/walk.ts';

export const unclosedFence: Check = {
  id: 'unclosed-fence',
  level: 'warning',
  description:
    'A code block is not closed. All text, headings and citations that follow it in the same section, list item or quotation are printed as code.',
  remedy: 'Where the code ends, write a line with as many backticks or tildes as the block begins with.',
  check: ({ essays, texts }) => essays.flatMap((essay) => checkEssay(essay, texts.get(essay.path) ?? '')),
};

const checkEssay = ({ path, tree }: Essay, text: string): Problem[] =>
  nodesOf(tree, 'code').flatMap((node) => checkCode(node, { file: path, text }));

function checkCode({ position }: Code, { file, text }: { file: string; text: string }): Problem[] {
  if (position?.start.offset === undefined) return [];
  const [first = '', ...others] = text.slice(position.start.offset, position.end.offset).split('\n');
  const fence = /^(?:`{3,}|~{3,})/.exec(first)?.[0];
  if (fence === undefined || closes(others.at(-1) ?? '', fence)) return [];
  const { line, column, offset = 0 } = position.start;
  const end = { line, column: column + first.length, offset: offset + first.length };
  const signs = fence.startsWith('~') ? 'tildes' : 'backticks';
  const reason = `Missing end of a block of code: expected a line of ${fence.length} ${signs} after the code`;
  return [{ file, position: { start: position.start, end }, reason }];
}

/**
 * Reports whether a line closes a code block: at least as many fence characters as opened it, maybe in a quote, and
 * nothing else.
 */
function closes(line: string, fence: string): boolean {
  const signs = line.replace(/^[\s>]*/, '').trimEnd();
  return signs.startsWith(fence) && signs.replaceAll(fence.charAt(0), '') === '';
}
