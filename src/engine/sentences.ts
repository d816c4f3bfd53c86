import type { Link, Nodes, Parents, PhrasingContent, Table, TableRow } from 'mdast';
import { anyPlaceholder, collapse, escapeText, normalFormOfRow, normalOf, placeholders } from './normal-form.ts';
import { formatRow, formatText, inlineMathOf, joinTexts, leadOf, type Lead, type Marked } from './format-sentence.ts';
import type { CitedAt } from './model/essay.ts';
import { isPhrase } from './model/nodes.ts';
import { plainText } from './model/plain-text.ts';
import { splitSentences } from './model/sentences.ts';
import type { Strings } from './model/strings/index.ts';

/** A block of running text, the row if it is a table cell, and the lead that its first sentence may continue. */
type Block = { node: Parents; row: Row | null; lead: Lead | null };
type Row = { row: TableRow; table: Table };

/** Returns each citation of a work within a node, with its sentence and the heading above it. */
export function citedAtOf(tree: Nodes, strings: Strings): CitedAt[] {
  const citedAt: CitedAt[] = [];
  let heading: string | null = null;
  for (const block of blocksOf(tree)) {
    if (block.node.type === 'heading') heading = plainText(block.node);
    citedAt.push(...citedInBlock(block, heading, strings));
  }
  return citedAt;
}

/**
 * Yields the smallest blocks of running text, in document order: paragraphs, headings, cells, and notes within them.
 */
function* blocksOf(node: Nodes, { row, lead }: Pick<Block, 'row' | 'lead'> = alone): Generator<Block> {
  if (node.type === 'references' || !('children' in node)) return;
  if (node.type === 'paragraph' || node.type === 'heading' || node.type === 'tableCell') yield { node, row, lead };
  if (node.type === 'component' && !node.flow && !isPhrase(node)) yield { node, ...alone };
  const children: readonly Nodes[] = node.children;
  for (const [index, child] of children.entries()) {
    const inRow = node.type === 'table' && child.type === 'tableRow' ? { row: child, table: node } : row;
    yield* blocksOf(child, { row: inRow, lead: leadOf(children, index) });
  }
}

const alone = { row: null, lead: null };

function citedInBlock(block: Block, heading: string | null, strings: Strings): CitedAt[] {
  const { text, atoms } = markedOf(block.node);
  if (!atoms.some(({ type }) => type === 'citation')) return [];
  const normalRow = block.row === null ? null : normalFormOfRow(block.row.row);
  return sentencesIn({ text, atoms }, strings).flatMap((sentence, index) => {
    const printed = collapse(fill(sentence.text, sentence.atoms, plainText));
    const normal = normalRow ?? collapse(fill(escapeAround(sentence.text), sentence.atoms, normalOf));
    const formatted = formatSentence(sentence, { ...block, lead: index === 0 ? block.lead : null }, strings);
    return sentence.atoms.flatMap((atom) => citedIn(atom, { sentence: printed, formatted, normal, heading }));
  });
}

/** Splits a text into sentences, each with the nodes that its placeholders represent. */
function sentencesIn({ text, atoms }: Marked, strings: Strings): Marked[] {
  let next = 0;
  return splitSentences(text, strings).map((sentence) => {
    const inside = atoms.slice(next, next + (sentence.match(anyPlaceholder)?.length ?? 0));
    next += inside.length;
    return { text: sentence, atoms: inside };
  });
}

/** Returns the displayed form of a sentence if it is more than its plain text, else null. */
function formatSentence(sentence: Marked, { row, lead }: Block, strings: Strings): PhrasingContent[] | null {
  if (row !== null) return formatRow(row.row, row.table, markedOf);
  if (lead !== null && /^[\p{Ll}(]/u.test(fill(sentence.text, sentence.atoms, plainText).trim())) {
    const before = sentencesIn(markedOf(lead.paragraph), strings).at(-1);
    const space = { type: 'text' as const, value: ' ' };
    const begun = before === undefined ? [] : [...formatText(before), space];
    return joinTexts([...begun, inlineMathOf(lead.formula), space, ...formatText(sentence)]);
  }
  return sentence.atoms.some(({ type }) => type === 'inlineMath') ? formatText(sentence) : null;
}

function markedOf(node: Nodes): Marked {
  const atoms: Nodes[] = [];
  const children: readonly Nodes[] = 'children' in node ? node.children : [];
  const text = children.map((child) => textOf(child, atoms)).join('');
  return { text, atoms };
}

function citedIn(node: Nodes, at: Pick<CitedAt, 'sentence' | 'formatted' | 'normal' | 'heading'>): CitedAt[] {
  if (node.type !== 'citation') return [];
  return [...new Map(node.items.map((item) => [item.key, item]))].map(([key, { position }]) => ({
    key,
    occurrence: node.occurrence,
    position,
    ...at,
  }));
}

/** Returns the text of a node with placeholders for nodes that are not text, which are added to `atoms`. */
function textOf(node: Nodes, atoms: Nodes[]): string {
  const place = (mark: string): string => {
    atoms.push(node);
    return mark;
  };
  if (node.type === 'text') return node.value.replace(anyPlaceholder, '');
  // Not as printed, because "et al." would end a sentence. A narrative citation may begin a sentence; a bracketed one
  // belongs to the sentence before it.
  if (node.type === 'citation') return place(node.mode === 'narrative' ? placeholders.word : placeholders.citation);
  if (node.type === 'component' && !isPhrase(node)) return '';
  if ('value' in node || (node.type === 'link' && isAddress(node))) return place(placeholders.word);
  if (node.type === 'break') return ' ';
  return 'children' in node ? node.children.map((child: Nodes) => textOf(child, atoms)).join('') : '';
}

/** Reports whether a link shows an address, whose question mark ends no sentence, or has no text. */
const isAddress = (link: Link): boolean => /^(?:\S*[/@]\S*)?$/.test(plainText(link));

/** Replaces the placeholders by the printed atoms. */
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
