import { diffArrays } from 'diff';
import type { ElementContent, Root } from 'hast';
import type { Position } from 'unist';
import type { Essay } from '../engine/model/essay.ts';
import { formatStyles, type Block } from './normal-form/blocks.ts';
import { countBlocks, type Counts } from './normal-form/count-blocks.ts';
import { referencesHeading, type PostContext } from './normal-form/essay-state.ts';
import { addressesOfWorks } from './normal-form/normalize-phrasing.ts';
import { normalizeEssay } from './normal-form/normalize-essay.ts';
import { normalizePost } from './normal-form/normalize-post.ts';
import { parsePost } from './normal-form/parse-post.ts';

/**
 * Content of the essay that its post lacks or changes, or content that only the post has.
 *
 * `position` is in the essay. `at` is the node of the post that differs, or before which content is missing.
 */
export type Difference = {
  kind: 'changed' | 'missing' | 'extra';
  reason: string;
  position: Position | undefined;
  at: ElementContent | undefined;
};

/**
 * Compares a post with its essay: every heading, paragraph, emphasis, link, citation, footnote, formula and cell, in
 * order.
 *
 * `html` is what the forum shows. Its first paragraph, which links to the canonical copy, is ignored.
 */
export const comparePost = (essay: Essay, html: string, context: PostContext): Difference[] =>
  provePost(essay, html, context).differences;

/**
 * The differences between a post and its essay, counts of what the forum shows, and the post's tree, which contains
 * each `at`.
 */
export type Proof = { differences: Difference[]; counts: Counts; tree: Root };

/** Compares a post with its essay, and counts what the forum shows of it. */
export function provePost(essay: Essay, html: string, context: PostContext): Proof {
  const expected = normalizeEssay(essay, context);
  const tree = parsePost(html);
  const actual = normalizePost(tree).slice(1);
  return {
    differences: compareBlocks(expected, actual),
    counts: countBlocks(actual, { works: addressesOfWorks(essay, context), heading: referencesHeading(context) }),
    tree,
  };
}

function compareBlocks(expected: Block[], actual: Block[]): Difference[] {
  const changes = diffArrays(expected, actual, { comparator: isSame });
  let reached = 0;
  return changes.flatMap(({ added, removed, value }, index) => {
    const replacement = changes[index + 1]?.added === true ? (changes[index + 1]?.value ?? []) : [];
    if (removed)
      return compareReplaced(value, { actual: replacement, after: actual.slice(reached + replacement.length) });
    reached += value.length;
    if (!added || changes[index - 1]?.removed === true) return [];
    return value.map(extraBlock);
  });
}

const isSame = (a: Block, b: Block): boolean => a.kind === b.kind && a.text === b.text && pathOf(a) === pathOf(b);

const pathOf = ({ within }: Block): string => within.join(' › ');

/** Blocks of the post that replace blocks of the essay, and the blocks after them. */
type Replacement = { actual: readonly Block[]; after: readonly Block[] };

function compareReplaced(expected: readonly Block[], { actual, after }: Replacement): Difference[] {
  const differences = expected.map((block, index) => {
    const replacement = actual[index];
    return replacement === undefined ? missingBlock(block, after) : changedBlock(block, replacement);
  });
  return [...differences, ...actual.slice(expected.length).map(extraBlock)];
}

const missingBlock = (expected: Block, after: readonly Block[]): Difference => ({
  kind: 'missing',
  reason: `Missing ${describeBlock(expected)}: expected it in the post`,
  position: expected.position,
  at: after.find((block) => isInFootnote(block) === isInFootnote(expected))?.at,
});

/** Blocks of footnotes come last in the normal form, but elsewhere in the post. */
const isInFootnote = ({ within }: Block): boolean => within[0]?.startsWith('footnote') === true;

const changedBlock = (expected: Block, actual: Block): Difference => ({
  kind: 'changed',
  reason: reasonOfChange(expected, actual),
  position: expected.position,
  at: actual.at,
});

function reasonOfChange(expected: Block, actual: Block): string {
  if (expected.kind !== actual.kind)
    return `Invalid block: found ${describeBlock(actual)}, expected ${describeBlock(expected)}`;
  if (expected.text === actual.text)
    return `Invalid position of ${describeBlock(actual)} in \`${pathOf(actual)}\`: expected it in \`${pathOf(expected)}\``;
  const [expectedPart, actualPart] = firstDifference(expected.text, actual.text);
  return `Invalid text \`${formatStyles(actualPart)}\` in ${describeBlock(expected)}: expected \`${formatStyles(expectedPart)}\``;
}

const extraBlock = (block: Block): Difference => ({
  kind: 'extra',
  reason: `Invalid block: found ${describeBlock(block)}, which the essay does not have`,
  position: block.position,
  at: block.at,
});

/** "the paragraph “Loss falls as a power …”" */
function describeBlock({ kind, text }: Block): string {
  const words = formatStyles(text).split(' ');
  return `the ${kind} “${words.slice(0, 8).join(' ')}${words.length > 8 ? ' …' : ''}”`;
}

const wordsAndMarks = /‹[^›]*›|[^\s‹]+/g;

/** Returns the first words or marks in which two texts differ. */
function firstDifference(expected: string, actual: string): [expectedPart: string, actualPart: string] {
  const a = expected.match(wordsAndMarks) ?? [];
  const b = actual.match(wordsAndMarks) ?? [];
  const index = [...a, ''].findIndex((part, at) => part !== (b[at] ?? ''));
  if (index < 0) return [expected, actual];
  return [a[index] ?? 'the end of it', b[index] ?? 'the end of it'];
}
