import type { Paragraph, Root, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { nodesOf } from '../../model/walk.ts';
import type { ForumContext } from './context.ts';
import { renderFirstLines } from './first-lines.ts';
import { guardTreeFromMathJax, joinTexts } from './guard-text.ts';
import { isPhrasing, renderNode } from './nodes.ts';
import { renderFootnotes, type Posting } from './posting.ts';

/**
 * A post as one tree: the first lines, the body (each section of model-written text for itself), the references, and the
 * definitions of footnotes, before which the forum ends its count of words.
 *
 * Texts are guarded from MathJax, which searches every format of a post.
 */
export function renderPost(essay: Essay, context: ForumContext): Root {
  const posting = createPosting(essay, context);
  const isReferences = ({ type }: RootContent): boolean => type === 'references';
  const body = renderBody(
    essay,
    essay.tree.children.filter((node) => !isReferences(node)),
    posting,
  );
  const references = posting.all(essay.tree.children.filter(isReferences));
  const footnotes = renderFootnotes(posting);
  const first = renderFirstLines(essay, context, { hasFootnotes: footnotes.length > 0 });
  const tree: Root = { type: 'root', children: [...first, ...body, ...references, ...footnotes] };
  joinTexts(tree);
  guardTreeFromMathJax(tree);
  return tree;
}

/** The forum's policy wants each stretch that a language model wrote in a block: a section is one. */
function renderBody({ frontmatter }: Essay, nodes: readonly RootContent[], { all }: Posting): RootContent[] {
  const { mode, models } = frontmatter.drafting;
  if (mode === 'human') return all(nodes);
  return sectionsOf(nodes).flatMap((section): RootContent[] => {
    const children = all(section);
    return children.length === 0 ? [] : [{ type: 'modelWritten', model: models.join(', '), children }];
  });
}

/** A heading of the second level begins a section; what stands before the first is one too. */
function sectionsOf(nodes: readonly RootContent[]): RootContent[][] {
  const sections: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= 2) sections.push([]);
    sections.at(-1)?.push(node);
  }
  return sections;
}

function createPosting(essay: Essay, context: ForumContext): Posting {
  const definitions = new Map(
    nodesOf(essay.tree, 'footnoteDefinition').map((definition) => [definition.identifier, definition]),
  );
  const posting: Posting = {
    essay,
    context,
    definitions,
    called: new Map(),
    bodies: [],
    all: (nodes) => renderNodes(nodes, posting),
    words: (nodes) => posting.all(nodes).filter(isPhrasing),
  };
  return posting;
}

/** Nodes of a post; the call of a note that stands among blocks ends the paragraph or caption that it follows. */
function renderNodes(nodes: readonly RootContent[], posting: Posting): RootContent[] {
  const rendered: RootContent[] = [];
  let followed: Paragraph | null = null;
  for (const node of nodes) {
    const [first, ...others] = renderNode(node, posting);
    const isNote = node.type === 'component' && node.name === 'Note';
    if (isNote && first?.type === 'paragraph' && followed !== null) followed.children.push(...first.children);
    else {
      if (first !== undefined) rendered.push(first, ...others);
      followed = endOf(node, rendered.at(-1));
    }
  }
  return rendered;
}

/** The paragraph that a note after `node` belongs to: the node itself, or the caption that it ends with. */
function endOf(node: RootContent, last: RootContent | undefined): Paragraph | null {
  const hasCaption = node.type === 'component' && (node.name === 'Figure' || node.name === 'Table');
  return (node.type === 'paragraph' || hasCaption) && last?.type === 'paragraph' ? last : null;
}
