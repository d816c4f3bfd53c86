import type { Nodes, Parents, Root } from 'mdast';
import type { CitedAt } from './model/essay.ts';
import type { Citation } from './model/nodes.ts';
import { plainText } from './model/plain-text.ts';
import { splitSentences } from './model/sentences.ts';
import type { Strings } from './model/strings/index.ts';

/** Stands for a citation while sentences are told apart, so that "et al." does not end one. */
const placeholder = '\u{E000}';

/** Every place that cites a work, with its sentence in plain text and the heading above it. */
export function citedAtOf(tree: Root, strings: Strings): CitedAt[] {
  const found: CitedAt[] = [];
  let heading: string | null = null;
  for (const block of blocksOf(tree)) {
    if (block.type === 'heading') heading = plainText(block);
    found.push(...citedInBlock(block, heading, strings));
  }
  return found;
}

/** The smallest blocks that hold running text: paragraphs, headings and cells, in document order. */
function* blocksOf(node: Nodes): Generator<Parents> {
  if (node.type === 'references' || !('children' in node)) return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') yield node;
  for (const child of node.children) yield* blocksOf(child);
}

function citedInBlock(block: Parents, heading: string | null, strings: Strings): CitedAt[] {
  const citations: Citation[] = [];
  const text = textWithPlaceholders(block, citations);
  if (citations.length === 0) return [];
  let next = 0;
  return splitSentences(text, strings).flatMap((sentence) => {
    const inside = citations.slice(next, next + countIn(sentence));
    next += inside.length;
    const printed = printInto(sentence, inside);
    return inside.flatMap(({ items, occurrence }) =>
      [...new Set(items.map(({ key }) => key))].map((key) => ({ key, occurrence, sentence: printed, heading })),
    );
  });
}

function textWithPlaceholders(node: Nodes, citations: Citation[]): string {
  if (node.type === 'citation') {
    citations.push(node);
    return placeholder;
  }
  if (node.type === 'component' && node.flow) return '';
  if (node.type === 'component')
    return ` (${node.children.map((child) => textWithPlaceholders(child, citations)).join('')})`;
  if (!('children' in node)) return plainText(node);
  return node.children.map((child: Nodes) => textWithPlaceholders(child, citations)).join('');
}

const countIn = (sentence: string): number => sentence.split(placeholder).length - 1;

function printInto(sentence: string, citations: readonly Citation[]): string {
  let index = 0;
  const printed = sentence.replaceAll(placeholder, () => {
    const citation = citations[index];
    index += 1;
    return citation === undefined ? '' : plainText(citation);
  });
  return printed.replace(/\s+/g, ' ').trim();
}
