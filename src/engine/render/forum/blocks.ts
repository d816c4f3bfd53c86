import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import { nodesOf } from '../../model/walk.ts';
import { toDraftMarkdown } from './markdown.ts';
import type { Part } from './post.ts';

/**
 * What is inserted at once, at the top level of a draft: a block of Markdown, or a section that a language model wrote,
 * without the lines that mark it.
 *
 * Each holds the definitions of all footnotes that it calls: two blocks that call the same one both define it.
 */
export type PostBlock =
  { kind: 'markdown'; markdown: string } | { kind: 'model-written'; markdown: string; model: string };

/** The parts of a post as blocks, in order; their texts are guarded from the forum's Markdown already. */
export function toBlocks(parts: readonly Part[]): PostBlock[] {
  const footnotes = new Map(parts.flatMap((part) => part.footnotes).map((footnote) => [footnote.identifier, footnote]));
  return parts.flatMap(({ model, blocks }): PostBlock[] => {
    if (model !== null)
      return [{ kind: 'model-written', model, markdown: print(blocks, { footnotes, before: undefined }) }];
    return blocks.map((block, index) => ({
      kind: 'markdown',
      markdown: print([block], { footnotes, before: blocks[index - 1] }),
    }));
  });
}

type Surroundings = { footnotes: ReadonlyMap<string, FootnoteDefinition>; before: RootContent | undefined };

function print(blocks: readonly RootContent[], { footnotes, before }: Surroundings): string {
  const tree: Root = { type: 'root', children: [...blocks, ...calledBy(blocks, footnotes)] };
  const [first] = blocks;
  const isSecondList = first?.type === 'list' && before?.type === 'list' && before.ordered === first.ordered;
  return toDraftMarkdown(tree, { isSecondList }).trimEnd();
}

/** The footnotes that some nodes call, and those that these call, in the order of their numbers. */
function calledBy(
  nodes: readonly RootContent[],
  footnotes: ReadonlyMap<string, FootnoteDefinition>,
): FootnoteDefinition[] {
  const called = new Set<FootnoteDefinition>();
  const follow = (children: readonly RootContent[]): void => {
    for (const { identifier } of nodesOf({ type: 'root', children: [...children] }, 'footnoteReference')) {
      const footnote = footnotes.get(identifier);
      if (footnote === undefined || called.has(footnote)) continue;
      called.add(footnote);
      follow(footnote.children);
    }
  };
  follow(nodes);
  return [...footnotes.values()].filter((footnote) => called.has(footnote));
}
