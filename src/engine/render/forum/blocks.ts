import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Essay } from '../../model/essay.ts';
import type { ForumContext } from './context.ts';
import { renderFirstLines } from './first-lines.ts';
import { guardTreeFromLinkify, guardTreeFromMathJax } from './guard-text.ts';
import { createPosting } from './index.ts';
import { toPostMarkdown } from './markdown.ts';
import type { Posting } from './posting.ts';

/** A part of a post for the forums' draft interface, in which nothing can be put into a model-written block. */
export type PostBlock = { kind: 'markdown'; markdown: string } | { kind: 'model-written'; markdown: string; model: string };

/** A post in parts: first lines, body (one model-written block a section where a model wrote it), references; each with its footnotes. */
export function renderForumBlocks(essay: Essay, context: ForumContext): PostBlock[] {
  const posting = createPosting(essay, context);
  const { mode, models } = essay.frontmatter.drafting;
  const print = (nodes: readonly RootContent[]): string => printBlock(nodes, posting);
  const sections = sectionsOf(essay.tree.children.filter(({ type }) => type !== 'references' && type !== 'yaml' && type !== 'footnoteDefinition'));
  const body = sections.map((nodes): PostBlock => {
    const markdown = print(posting.all(nodes));
    return mode === 'human' ? { kind: 'markdown', markdown } : { kind: 'model-written', markdown, model: models.join(', ') };
  });
  const references = posting.all(essay.tree.children.filter(({ type }) => type === 'references'));
  const around = (nodes: readonly RootContent[]): PostBlock => ({ kind: 'markdown', markdown: print(nodes) });
  return [around(renderFirstLines(essay, context)), ...body, around(references)].filter(({ markdown }) => markdown.trim() !== '');
}

/** What stands before the first heading, and each heading of the highest rank with what follows it. */
function sectionsOf(nodes: readonly RootContent[]): RootContent[][] {
  const highest = Math.min(...nodes.map((node) => (node.type === 'heading' ? node.depth : Infinity)));
  const sections: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth === highest) sections.push([]);
    sections.at(-1)?.push(node);
  }
  return sections.filter((section) => section.length > 0);
}

function printBlock(nodes: readonly RootContent[], { footnotes }: Posting): string {
  const tree: Root = structuredClone({ type: 'root', children: [...nodes, ...calledBy(nodes, footnotes)] });
  guardTreeFromLinkify(tree);
  guardTreeFromMathJax(tree);
  return toPostMarkdown(tree);
}

/** The footnotes that some nodes call, and those that these call in turn. */
function calledBy(nodes: readonly RootContent[], footnotes: readonly FootnoteDefinition[]): FootnoteDefinition[] {
  const called = new Set<FootnoteDefinition>();
  const gather = (inside: readonly RootContent[]): void =>
    visit({ type: 'root', children: [...inside] } satisfies Root, 'footnoteReference', ({ identifier }) => {
      const definition = footnotes.find((footnote) => footnote.identifier === identifier);
      if (definition === undefined || called.has(definition)) return;
      called.add(definition);
      gather(definition.children);
    });
  gather(nodes);
  return [...called];
}
