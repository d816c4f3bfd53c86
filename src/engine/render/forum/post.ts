import type { FootnoteDefinition, Paragraph, Root, RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { nodesOf } from '../../model/walk.ts';
import type { ForumContext } from './context.ts';
import { renderFirstLines } from './first-lines.ts';
import { guardTreeFromMathJax, joinTexts } from './guard-text.ts';
import { isPhrasing, renderNode } from './nodes.ts';
import type { Posting } from './posting.ts';

/** A stretch of a post: `model` names who wrote it where no person did; `footnotes` are those that it is the first to call. */
export type Part = { model: string | null; blocks: RootContent[]; footnotes: FootnoteDefinition[] };

/**
 * A post in its parts: the first lines, the body (each section of model-written text for itself), the references.
 *
 * Texts are guarded from MathJax, which searches every form of a post.
 */
export function renderParts(essay: Essay, context: ForumContext): Part[] {
  const posting = createPosting(essay, context);
  const renderPart = (nodes: readonly RootContent[], model: string | null): Part => {
    const before = posting.footnotes.length;
    const blocks = posting.all(nodes);
    const footnotes = posting.footnotes.slice(before);
    for (const parent of [{ type: 'root' as const, children: blocks }, ...footnotes]) joinTexts(parent);
    return { model, blocks, footnotes };
  };
  const { mode, models } = essay.frontmatter.drafting;
  const isMarked = mode !== 'human';
  const body = essay.tree.children.filter((node) => !isReferences(node));
  const sections = isMarked
    ? sectionsOf(body).map((nodes) => renderPart(nodes, models.join(', ')))
    : [renderPart(body, null)];
  const references = renderPart(essay.tree.children.filter(isReferences), null);
  const first: Part = { model: null, blocks: renderFirstLines(essay, context), footnotes: [] };
  const parts = [first, ...sections, references].filter(({ blocks }) => blocks.length > 0);
  guardTreeFromMathJax(toTree(parts));
  return parts;
}

/** The post as one tree, each footnote defined once, at the end of the part that calls it first. */
export function toTree(parts: readonly Part[]): Root {
  const children = parts.flatMap(({ model, blocks, footnotes }): RootContent[] => {
    const written = [...blocks, ...footnotes];
    return model === null ? written : [{ type: 'modelWritten', model, children: written }];
  });
  return { type: 'root', children };
}

const isReferences = ({ type }: RootContent): boolean => type === 'references';

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
    footnotes: [],
    called: new Map(),
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
