import { diffArrays } from 'diff';
import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import type { Essay } from '../engine/model/essay.ts';
import { showStyles, type Block } from './meaning/blocks.ts';
import { countBlocks, type Counts } from './meaning/count-blocks.ts';
import { referencesHeading, type PostContext } from './meaning/essay-reading.ts';
import { addressesOfWorks } from './meaning/words-of-essay.ts';
import { meaningOf } from './meaning/meaning-of-essay.ts';
import { readMeaning } from './meaning/parse-meaning.ts';
import { parsePost } from './meaning/parse-post.ts';

/**
 * Something of the essay that its post loses, changes or makes up.
 *
 * `position` is its place in the essay; `at` is the node of the post that shows it otherwise, or before which it is missing.
 */
export type Difference = {
  kind: 'changed' | 'missing' | 'extra';
  reason: string;
  position: Position | undefined;
  at: ElementContent | undefined;
};

/**
 * Holds a post against its essay: every heading, paragraph, emphasis, link, citation, footnote, formula and cell, in order.
 *
 * `html` is what the forum shows; its first paragraph says where the canonical copy is and is not the essay's.
 */
export const comparePost = (essay: Essay, html: string, context: PostContext): Difference[] =>
  provePost(essay, html, context).differences;

/** What a post loses of its essay, what of it the forum shows, counted, and the post as a tree, of which `at` is a node. */
export type Proof = { differences: Difference[]; counts: Counts; tree: Root };

/** Holds a post against its essay, and counts what readers of the forum get of it. */
export function provePost(essay: Essay, html: string, context: PostContext): Proof {
  const wanted = meaningOf(essay, context);
  const tree = parsePost(html);
  const found = readMeaning(tree).slice(1);
  return {
    differences: compareBlocks(wanted, found),
    counts: countBlocks(found, { works: addressesOfWorks(essay, context), heading: referencesHeading(context) }),
    tree,
  };
}

function compareBlocks(wanted: Block[], found: Block[]): Difference[] {
  const changes = diffArrays(wanted, found, { comparator: isSame });
  let reached = 0;
  return changes.flatMap(({ added, removed, value }, index) => {
    const instead = changes[index + 1]?.added === true ? (changes[index + 1]?.value ?? []) : [];
    if (removed) return nameLosses(value, { found: instead, after: found.slice(reached + instead.length) });
    reached += value.length;
    if (!added || changes[index - 1]?.removed === true) return [];
    return value.map(nameExtra);
  });
}

const isSame = (a: Block, b: Block): boolean => a.kind === b.kind && a.text === b.text && placeOf(a) === placeOf(b);

const placeOf = ({ within }: Block): string => within.join(' › ');

/** Blocks of the post that stand where some of the essay are wanted, and those after them. */
type Instead = { found: readonly Block[]; after: readonly Block[] };

function nameLosses(wanted: readonly Block[], { found, after }: Instead): Difference[] {
  const losses = wanted.map((block, index) => {
    const there = found[index];
    return there === undefined ? nameLoss(block, after) : nameChange(block, there);
  });
  return [...losses, ...found.slice(wanted.length).map(nameExtra)];
}

const nameLoss = (wanted: Block, after: readonly Block[]): Difference => ({
  kind: 'missing',
  reason: `Missing ${describeBlock(wanted)}: expected it in the post`,
  position: wanted.position,
  at: after.find((block) => isInFootnote(block) === isInFootnote(wanted))?.at,
});

/** A footnote's blocks come after the one that calls it, and stand elsewhere. */
const isInFootnote = ({ within }: Block): boolean => within[0]?.startsWith('footnote') === true;

const nameChange = (wanted: Block, found: Block): Difference => ({
  kind: 'changed',
  reason: reasonOfChange(wanted, found),
  position: wanted.position,
  at: found.at,
});

function reasonOfChange(wanted: Block, found: Block): string {
  if (wanted.kind !== found.kind)
    return `Invalid block: found ${describeBlock(found)}, expected ${describeBlock(wanted)}`;
  if (wanted.text === found.text)
    return `Invalid position of ${describeBlock(found)} in \`${placeOf(found)}\`: expected it in \`${placeOf(wanted)}\``;
  const [here, there] = firstDifference(wanted.text, found.text);
  return `Invalid text \`${showStyles(there)}\` in ${describeBlock(wanted)}: expected \`${showStyles(here)}\``;
}

const nameExtra = (block: Block): Difference => ({
  kind: 'extra',
  reason: `Invalid block: found ${describeBlock(block)}, which the essay does not have`,
  position: block.position,
  at: block.at,
});

/** "the paragraph “Loss falls as a power …”" */
function describeBlock({ kind, text }: Block): string {
  const words = showStyles(text).split(' ');
  return `the ${kind} “${words.slice(0, 8).join(' ')}${words.length > 8 ? ' …' : ''}”`;
}

const parts = /‹[^›]*›|[^\s‹]+/g;

/** The first word or mark in which two texts differ. */
function firstDifference(wanted: string, found: string): [string, string] {
  const a = wanted.match(parts) ?? [];
  const b = found.match(parts) ?? [];
  const index = [...a, ''].findIndex((part, at) => part !== (b[at] ?? ''));
  if (index < 0) return [wanted, found];
  return [a[index] ?? 'the end of it', b[index] ?? 'the end of it'];
}
