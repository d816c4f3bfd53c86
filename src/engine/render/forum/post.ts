import type { Paragraph, Root, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { isNote } from '../../model/nodes.ts';
import { footnoteDefinitionsOf } from '../../model/walk.ts';
import type { ForumContext } from './context.ts';
import { renderFirstLines } from './first-lines.ts';
import { guardTreeFromMathJax, joinTexts } from './guard-text.ts';
import { isPostPhrasing, renderNode } from './nodes.ts';
import { renderFootnotes, type PostState } from './post-state.ts';

/**
 * Renders a post as one tree: the first lines, the body, the references, and the definitions of footnotes. The forum's
 * word count stops at these definitions. Each section of a model-written body has a separate block.
 *
 * Texts are guarded from MathJax, which searches every format of a post.
 */
export function renderPost(essay: Essay, context: ForumContext): Root {
  const state = createPostState(essay, context);
  const isReferences = ({ type }: RootContent): boolean => type === 'references';
  const body = renderBody(
    essay,
    essay.tree.children.filter((node) => !isReferences(node)),
    state,
  );
  const references = state.renderNodes(essay.tree.children.filter(isReferences));
  const footnotes = renderFootnotes(state);
  const first = renderFirstLines(essay, context, { hasFootnotes: footnotes.length > 0 });
  const tree: Root = { type: 'root', children: [...first, ...body, ...references, ...footnotes] };
  joinTexts(tree);
  guardTreeFromMathJax(tree);
  return tree;
}

/**
 * Renders the body. The forum's policy requires a block around each part that a language model wrote: here, each
 * section.
 */
function renderBody(
  { frontmatter }: Essay,
  nodes: readonly RootContent[],
  { renderNodes: render }: PostState,
): RootContent[] {
  const { mode, models } = frontmatter.drafting;
  if (mode === 'human') return render(nodes);
  return sectionsOf(nodes).flatMap((section): RootContent[] => {
    const children = render(section);
    return children.length === 0 ? [] : [{ type: 'modelWritten', model: models.join(', '), children }];
  });
}

/** Splits blocks into sections at headings of the second level. Blocks before the first heading are a section too. */
function sectionsOf(nodes: readonly RootContent[]): RootContent[][] {
  const sections: RootContent[][] = [[]];
  for (const node of nodes) {
    if (node.type === 'heading' && node.depth <= 2) sections.push([]);
    sections.at(-1)?.push(node);
  }
  return sections;
}

function createPostState(essay: Essay, context: ForumContext): PostState {
  const definitions = footnoteDefinitionsOf(essay.tree);
  const state: PostState = {
    essay,
    context,
    definitions,
    footnoteNumbers: new Map(),
    footnotes: [],
    renderNodes: (nodes) => renderNodes(nodes, state),
    renderPhrasing: (nodes) => state.renderNodes(nodes).filter(isPostPhrasing),
  };
  return state;
}

/**
 * Renders nodes of a post. A note between blocks becomes a footnote reference at the end of the paragraph, caption
 * or claim before it.
 */
function renderNodes(nodes: readonly RootContent[], state: PostState): RootContent[] {
  const rendered: RootContent[] = [];
  let followed: Paragraph | null = null;
  for (const node of nodes) {
    const [first, ...others] = renderNode(node, state);
    if (isNote(node) && first?.type === 'paragraph' && followed !== null) followed.children.push(...first.children);
    else {
      if (first !== undefined) rendered.push(first, ...others);
      followed = endOf(node, rendered.at(-1));
    }
  }
  return rendered;
}

/**
 * Returns the paragraph that a note after `node` is appended to: the node itself, the caption at its end, or the claim
 * of a finding, which comes before the reasons.
 */
function endOf(node: RootContent, last: RootContent | undefined): Paragraph | null {
  if (node.type === 'component' && node.name === 'Finding') {
    const claim = last?.type === 'blockquote' ? last.children.at(-2) : undefined;
    return claim?.type === 'paragraph' && endsInParagraph(node.children) ? claim : null;
  }
  const hasCaption =
    node.type === 'component' && (node.name === 'Figure' || node.name === 'Chart' || node.name === 'Table');
  return (node.type === 'paragraph' || hasCaption) && last?.type === 'paragraph' ? last : null;
}

const endsInParagraph = (nodes: readonly RootContent[]): boolean =>
  nodes.findLast((node) => !isNote(node))?.type === 'paragraph';
