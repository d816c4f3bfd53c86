import type { RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { formatDrafting } from '../../model/origin.ts';
import { isCleared } from '../../model/published.ts';
import { stringsOf } from '../../model/strings/index.ts';
import { nodesOf } from '../../model/walk.ts';
import { toAbsolute, type TextContext, type Writing } from './context.ts';
import { renderBlock, renderWord } from './nodes.ts';
import { hang, lengthOf, wrap } from './wrap.ts';

export type { TextContext } from './context.ts';

/** Characters in a line of an e-mail. */
const lineWidth = 72;

/** An essay as plain text for an e-mail: the body, then notes, then references. */
export function renderText(essay: Essay, context: TextContext): string {
  const writing = createWriting(essay, context);
  const isReferences = ({ type }: RootContent) => type === 'references';
  const body = writing.blocks(
    essay.tree.children.filter((node) => !isReferences(node)),
    lineWidth,
  );
  const notes = writeNotes(writing);
  const references = writing.blocks(essay.tree.children.filter(isReferences), lineWidth);
  const parts = [writeHead(writing), body, notes, references].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function createWriting(essay: Essay, context: TextContext): Writing {
  const definitions = new Map(
    nodesOf(essay.tree, 'footnoteDefinition').map((definition) => [definition.identifier, definition]),
  );
  const writing: Writing = {
    essay,
    context,
    strings: stringsOf(context.config.locale),
    definitions,
    called: new Map(),
    footnotes: [],
    blocks: (nodes, width) => writeBlocks(nodes, width, writing),
    words: (nodes) => nodes.map((node) => renderWord(node, writing)).join(''),
  };
  return writing;
}

/** Blocks with an empty line between two; the call of a note that stands among them ends the paragraph or caption before it. */
function writeBlocks(nodes: readonly RootContent[], width: number, writing: Writing): string[] {
  const blocks: string[][] = [];
  let last: string[] | undefined;
  for (const node of nodes) {
    const lines = renderBlock(node, width, writing);
    const isNote = node.type === 'component' && node.name === 'Note';
    if (!isNote)
      last = node.type === 'paragraph' || (node.type === 'component' && node.name in captioned) ? lines : undefined;
    if (isNote && last !== undefined) last.push(...endLine(last.pop() ?? '', lines.join(''), width));
    else if (lines.length > 0) blocks.push(lines);
  }
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

const captioned = { Figure: true, Table: true };

const endLine = (line: string, call: string, width: number): string[] =>
  lengthOf(line) + lengthOf(call) <= width ? [`${line}${call}`] : [line, call];

/** A note may call others: they are written after it. */
function writeNotes(writing: Writing): string[] {
  const lines: string[] = [];
  for (let number = 1; number <= writing.footnotes.length; number += 1) {
    const marker = `[${number}] `;
    lines.push('', ...hang(writing.footnotes[number - 1]?.(lineWidth - marker.length) ?? [], marker));
  }
  const { notes } = writing.strings.labels;
  return lines.length === 0 ? [] : [notes, '='.repeat(lengthOf(notes)), ...lines];
}

function writeHead({ essay, context, strings }: Writing): string[] {
  const { frontmatter, slug } = essay;
  const { copy, day } = strings;
  const title = wrap(frontmatter.title, lineWidth);
  const origin = `${copy.asOf(day(frontmatter.updated))}<${toAbsolute(`/essays/${slug}/`, context)}>`;
  const review = `${copy.ofReview}${context.config.title}${copy.end}${formatDrafting(frontmatter, strings)}`;
  const warning = isCleared(essay) ? '' : `${copy.notCleared} `;
  return [
    ...title,
    '='.repeat(Math.max(...title.map(lengthOf))),
    '',
    ...wrap(`${warning}${origin}${review}`, lineWidth),
    '',
    ...wrap(frontmatter.standfirst, lineWidth),
  ];
}
