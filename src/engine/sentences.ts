import type { Link, Nodes, Parents, TableRow } from 'mdast';
import { anyPlaceholder, collapse, escapeText, normalFormOfRow, normalOf, placeholders } from './normal-form.ts';
import type { CitedAt } from './model/essay.ts';
import { isPhrase } from './model/nodes.ts';
import { plainText } from './model/plain-text.ts';
import { splitSentences } from './model/sentences.ts';
import type { Strings } from './model/strings/index.ts';

/** A block that holds running text, and the row that it is a cell of. */
type Block = { node: Parents; row: TableRow | null };

/** Every place within a node that cites a work, with its sentence and the heading above it. */
export function citedAtOf(tree: Nodes, strings: Strings): CitedAt[] {
  const found: CitedAt[] = [];
  let heading: string | null = null;
  for (const block of blocksOf(tree)) {
    if (block.node.type === 'heading') heading = plainText(block.node);
    found.push(...citedInBlock(block, heading, strings));
  }
  return found;
}

/** The smallest blocks that hold running text, in document order: paragraphs, headings, cells, and notes within them. */
function* blocksOf(node: Nodes, row: TableRow | null = null): Generator<Block> {
  if (node.type === 'references' || !('children' in node)) return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') yield { node, row };
  if (node.type === 'component' && !node.flow && !isPhrase(node)) yield { node, row: null };
  for (const child of node.children) yield* blocksOf(child, node.type === 'tableRow' ? node : row);
}

function citedInBlock({ node, row }: Block, heading: string | null, strings: Strings): CitedAt[] {
  const atoms: Nodes[] = [];
  const text = node.children.map((child: Nodes) => textOf(child, atoms)).join('');
  if (!atoms.some(({ type }) => type === 'citation')) return [];
  const normalRow = row === null ? null : normalFormOfRow(row);
  let next = 0;
  return splitSentences(text, strings).flatMap((sentence) => {
    const inside = atoms.slice(next, next + (sentence.match(anyPlaceholder)?.length ?? 0));
    next += inside.length;
    const printed = collapse(fill(sentence, inside, plainText));
    const normal = normalRow ?? collapse(fill(escapeAround(sentence), inside, normalOf));
    return inside.flatMap((atom) => citedIn(atom, { sentence: printed, normal, heading }));
  });
}

function citedIn(node: Nodes, at: Pick<CitedAt, 'sentence' | 'normal' | 'heading'>): CitedAt[] {
  if (node.type !== 'citation') return [];
  return [...new Map(node.items.map((item) => [item.key, item]))].map(([key, { position }]) => ({
    key,
    occurrence: node.occurrence,
    position,
    ...at,
  }));
}

/** The text of a node with placeholders for what is no text; `atoms` receives that. */
function textOf(node: Nodes, atoms: Nodes[]): string {
  const place = (mark: string): string => {
    atoms.push(node);
    return mark;
  };
  if (node.type === 'text') return node.value.replace(anyPlaceholder, '');
  // Not as printed: "et al." would end a sentence. A narrative citation may begin one, brackets belong to the one before.
  if (node.type === 'citation') return place(node.mode === 'narrative' ? placeholders.word : placeholders.citation);
  if (node.type === 'component' && !isPhrase(node)) return '';
  if ('value' in node || (node.type === 'link' && isAddress(node))) return place(placeholders.word);
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child: Nodes) => textOf(child, atoms)).join('') : '';
}

/** Whether a link shows an address, whose question mark ends no sentence, or nothing of its own. */
const isAddress = (link: Link): boolean => /^(?:\S*[/@]\S*)?$/.test(plainText(link));

/** Puts what stands for the atoms in the place of their placeholders. */
function fill(sentence: string, atoms: readonly Nodes[], print: (node: Nodes) => string): string {
  let index = 0;
  return sentence.replace(anyPlaceholder, () => {
    const atom = atoms[index];
    index += 1;
    return atom === undefined ? '' : print(atom);
  });
}

/** Escapes the text between placeholders. */
const escapeAround = (sentence: string): string =>
  sentence
    .split(/([\u{E000}\u{24CF}])/u)
    .map((part, index) => (index % 2 === 0 ? escapeText(part) : part))
    .join('');
