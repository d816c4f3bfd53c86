import type { FootnoteDefinition, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Essay } from '../../model/essay.ts';
import type { ForumContext } from './context.ts';
import { renderFirstLines } from './first-lines.ts';
import { guardTreeFromLinkify, guardTreeFromMathJax } from './guard-text.ts';
import { toPostHtml } from './html.ts';
import { openCollapsibles, toPostMarkdown } from './markdown.ts';
import { isPhrasing, renderNode } from './nodes.ts';
import type { Posting } from './posting.ts';

export type { ForumContext } from './context.ts';

/** An essay as the Markdown of a post on LessWrong or the Alignment Forum. */
export function renderForumMarkdown(essay: Essay, context: ForumContext): string {
  const tree = renderPost(essay, context);
  guardTreeFromLinkify(tree);
  guardTreeFromMathJax(tree);
  return toPostMarkdown(holdsMath(tree) ? openCollapsibles(tree) : tree);
}

/** An essay as the HTML of a post. */
export function renderForumHtml(essay: Essay, context: ForumContext): string {
  const tree = renderPost(essay, context);
  guardTreeFromMathJax(tree);
  return toPostHtml(tree);
}

/** The post as a tree: the first lines, the body (in a model-written block where a model wrote it), the references. */
function renderPost(essay: Essay, context: ForumContext): Root {
  const posting = createPosting(essay, context);
  const isReferences = ({ type }: RootContent) => type === 'references';
  const body = posting.all(essay.tree.children.filter((node) => !isReferences(node)));
  const references = posting.all(essay.tree.children.filter(isReferences));
  const { mode, models } = essay.frontmatter.drafting;
  const written = [...body, ...posting.footnotes];
  const marked: RootContent[] = mode === 'human' ? written : [{ type: 'modelWritten', model: models.join(', '), children: written }];
  return { type: 'root', children: [...renderFirstLines(essay, context), ...marked, ...references] };
}

/** What renders the nodes of one essay for a post. */
export function createPosting(essay: Essay, context: ForumContext): Posting {
  const definitions = new Map<string, FootnoteDefinition>();
  visit(essay.tree, 'footnoteDefinition', (definition) => void definitions.set(definition.identifier, definition));
  const posting: Posting = {
    essay,
    context,
    definitions,
    footnotes: [],
    called: new Map(),
    all: (nodes) => renderNodes(nodes, posting),
    words: (nodes) => posting.all(nodes).filter(isPhrasing),
  };
  return posting;
}

/** Nodes of a post; the call of a note that stands among blocks ends the paragraph before it. */
function renderNodes(nodes: readonly RootContent[], posting: Posting): RootContent[] {
  const rendered: RootContent[] = [];
  for (const node of nodes) {
    const [first, ...others] = renderNode(node, posting);
    const last = rendered.at(-1);
    const isNote = node.type === 'component' && node.name === 'Note';
    if (isNote && first?.type === 'paragraph' && last?.type === 'paragraph') last.children.push(...first.children);
    else if (first !== undefined) rendered.push(first, ...others);
  }
  return rendered;
}

function holdsMath(tree: Root): boolean {
  let found = false;
  visit(tree, (node) => {
    found ||= node.type === 'math' || node.type === 'inlineMath';
  });
  return found;
}
