import { diffArrays } from 'diff';
import type { Position } from 'unist';
import type { Essay } from '../engine/model/essay.ts';
import { showStyles, type Block } from './meaning/blocks.ts';
import { countBlocks, type Counts } from './meaning/count-blocks.ts';
import { details } from './meaning/components-of-essay.ts';
import type { PostContext } from './meaning/essay-reading.ts';
import { addressesOfWorks } from './meaning/words-of-essay.ts';
import { meaningOf } from './meaning/meaning-of-essay.ts';
import { parseMeaning } from './meaning/parse-meaning.ts';

/** Something of the essay that its post loses, changes or makes up. */
export type Difference = { reason: string; position: Position | undefined };

/**
 * Holds a post against its essay: every heading, paragraph, emphasis, link, citation, footnote, formula and cell, in order.
 *
 * `html` is what the forum shows; its first paragraph says where the canonical copy is and is not the essay's.
 */
export const comparePost = (essay: Essay, html: string, context: PostContext): Difference[] => provePost(essay, html, context).differences;

/** What a post loses of its essay, and what of it the forum shows, counted. */
export type Proof = { differences: Difference[]; counts: Counts };

/** Holds a post against its essay, and counts what readers of the forum get of it. */
export function provePost(essay: Essay, html: string, context: PostContext): Proof {
  const wanted = meaningOf(essay, context);
  const found = parseMeaning(html).slice(1);
  return { differences: compareBlocks(wanted, found), counts: countBlocks(found, addressesOfWorks(essay, context)) };
}

function compareBlocks(wanted: Block[], found: Block[]): Difference[] {
  const changes = diffArrays(wanted, found, { comparator: isSame });
  return changes.flatMap(({ added, removed, value }, index) => {
    if (removed) return nameLosses(value, changes[index + 1]?.added === true ? (changes[index + 1]?.value ?? []) : []);
    if (!added || changes[index - 1]?.removed === true) return [];
    return value.map(nameExtra);
  });
}

const isSame = (a: Block, b: Block): boolean => a.kind === b.kind && a.text === b.text && placeOf(a) === placeOf(b);

const placeOf = ({ within }: Block): string => within.filter((name) => name !== details).join(' › ');

function nameLosses(wanted: readonly Block[], found: readonly Block[]): Difference[] {
  const losses = wanted.map((block, index) => nameChange(block, found[index]));
  return [...losses, ...found.slice(wanted.length).map(nameExtra)];
}

function nameChange(wanted: Block, found: Block | undefined): Difference {
  const { position } = wanted;
  if (found === undefined) return { reason: `Unexpected loss of ${nameOf(wanted)}, expected it in the post`, position };
  if (wanted.kind !== found.kind) return { reason: `Unexpected ${nameOf(found)}, expected ${nameOf(wanted)}`, position };
  if (wanted.text === found.text) {
    return { reason: `Unexpected ${nameOf(found)} in \`${placeOf(found)}\`, expected it in \`${placeOf(wanted)}\``, position };
  }
  const [here, there] = firstDifference(wanted.text, found.text);
  return { reason: `Unexpected \`${showStyles(there)}\` in ${nameOf(wanted)}, expected \`${showStyles(here)}\``, position };
}

const nameExtra = (block: Block): Difference => ({
  reason: `Unexpected ${nameOf(block)} in the post, expected nothing that the essay does not say`,
  position: block.position,
});

/** "the paragraph “Loss falls as a power …”" */
function nameOf({ kind, text }: Block): string {
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
