import type { Code, Heading, Link, List, ListItem, Nodes, RootContent, Text } from 'mdast';
import type { CrossReference, Reference, References } from '../../model/nodes.ts';
import { plainText } from '../../model/plain-text.ts';
import { isSafeLink } from '../../model/url.ts';
import { renderComponent } from './components.ts';
import { labelOf, linkTo, print, type PreprintState } from './context.ts';
import { renderInlineMath, renderMath } from './formulas.ts';
import { renderNoteReference, withNotesAfter } from './notes.ts';
import { renderTable } from './tables.ts';

type NodeOf<Type extends RootContent['type']> = Extract<RootContent, { type: Type }>;

/** A table with one function per node type. A table with a missing type does not compile. */
type NodeTable = { [Type in RootContent['type']]: (node: NodeOf<Type>, state: PreprintState) => string };

const table = {
  text: (node, state) => (state.isStruck ? strike(node, state) : print(node.value, state, node)),
  emphasis: ({ children }, state) => wrap('\\emph', children, state),
  strong: ({ children }, state) => wrap('\\textbf', children, state),
  delete: ({ children }, state) => state.renderPhrasing(children, { ...state, isStruck: true }),
  inlineCode: (node, state) => {
    const code = `\\texttt{${print(node.value, state, { position: node.position, isCode: true })}}`;
    return state.isStruck ? `\\struck{${code}}` : code;
  },
  inlineMath: renderInlineMath,
  math: renderMath,
  break: () => '\\leavevmode\\newline\n',
  link: (node, state) => renderLink(node, state),
  citation: ({ children }, state) => state.renderPhrasing(children, state),
  citedWork: ({ key, children }, state) => wrap(`\\hyperlink{${labelOf(state.slug, `ref-${key}`)}}`, children, state),
  crossReference: (node, state) => renderCrossReference(node, state),
  footnoteReference: ({ identifier }, state) =>
    renderNoteReference(
      identifier,
      (inside) => state.renderBlocks(state.definitions.get(identifier)?.children ?? [], inside),
      state,
    ),
  paragraph: ({ children }, state) => state.renderPhrasing(children, state),
  heading: (node, state) => renderHeading(node, state),
  list: (node, state) => renderList(node, state),
  blockquote: ({ children }, state) =>
    `\\begin{quotedtext}\n${state.renderBlocks(children, { ...state, isNested: true })}\n\\end{quotedtext}`,
  code: (node, state) => renderCode(node, state),
  table: (node, state) => renderTable(node, state),
  thematicBreak: () => '\\begin{center}\n*\\quad*\\quad*\n\\end{center}',
  references: (node, state) => renderReferences(node, state),
  component: renderComponent,
  footnoteDefinition: () => '',
  yaml: () => '',
  // Children of the nodes above.
  listItem: refuse,
  tableRow: refuse,
  tableCell: refuse,
  reference: refuse,
  citationItem: refuse,
  // Only in posts.
  collapsible: refuse,
  embedded: refuse,
  modelWritten: refuse,
  // Removed by the parser.
  definition: refuse,
  html: refuse,
  image: refuse,
  imageReference: refuse,
  linkReference: refuse,
  mdxFlowExpression: refuse,
  mdxJsxFlowElement: refuse,
  mdxJsxTextElement: refuse,
  mdxTextExpression: refuse,
  mdxjsEsm: refuse,
} satisfies NodeTable;

function refuse({ type }: Nodes): never {
  throw new Error(`Unknown node \`${type}\`. Add it to the table of the preprint.`);
}

/** Renders a node as TeX. */
export const renderNode = <Type extends RootContent['type']>(
  node: NodeOf<Type> & { type: Type },
  state: PreprintState,
): string => tableOf(table)[node.type](node, state);

const tableOf = (nodes: NodeTable): NodeTable => nodes;

/** Renders text with a line through each of its words. */
const strike = (node: Text, state: PreprintState): string =>
  node.value.replace(/\S+|\s+/g, (word) => (word.trim() === '' ? ' ' : `\\struck{${print(word, state, node)}}`));

/** Renders words as the last argument of a command, which must not contain the paragraphs of a note. */
const wrap = (command: string, children: readonly RootContent[], state: PreprintState): string =>
  withNotesAfter(state, (inside) => `${command}{${state.renderPhrasing(children, inside)}}`);

const renderLink = ({ url, children }: Link, state: PreprintState): string =>
  withNotesAfter(state, (inside) => {
    const words = state.renderPhrasing(children, inside);
    return isSafeLink(url) ? linkTo(url, words, state) : words;
  });

/** Renders "Figure 2". LaTeX inserts the number if the paper contains the target. */
function renderCrossReference({ target, essay, value, position }: CrossReference, state: PreprintState): string {
  const slug = essay ?? state.slug;
  if (!state.slugs.has(slug)) return linkTo(`/essays/${slug}/#${target}`, print(value, state, { position }), state);
  const label = labelOf(slug, target);
  // The name of a section is in quotation marks, and may contain a number itself.
  const [, before = '', number, after = ''] = /^([\p{L} ]*)(\d+)(.*)$/su.exec(value) ?? [];
  if (number === undefined) return `\\hyperlink{${label}}{${print(value, state, { position })}}`;
  const [start, end] = [before, after].map((words) => print(words, state, { position }));
  return `\\hyperref[${label}]{${start?.replace(/ $/, '~')}\\ref*{${label}}${end}}`;
}

const commands = ['section', 'section', 'subsection', 'subsubsection', 'paragraph', 'subparagraph'] as const;

/** Renders a heading: numbered, or as bold words within a block. The table of contents has its text without links. */
function renderHeading(node: Heading, state: PreprintState): string {
  const { id } = node.data ?? {};
  const target = id === undefined ? '' : `\\hypertarget{${labelOf(state.slug, id)}}{}`;
  return withNotesAfter(state, (inside) => {
    const words = state.renderPhrasing(node.children, { ...inside, isNested: true });
    if (state.isNested) return `${target}\\innerheading{${words}}`;
    const plain = print(plainText(node).replace(/\s+/g, ' ').trim(), state, node);
    const command = commands[Math.min(node.depth - 1 + state.depth, commands.length - 1)];
    return `\\${command}[${plain}]{${words}}${target}`;
  });
}

function renderList({ ordered, start, spread, children }: List, state: PreprintState): string {
  const kind = ordered === true ? 'enumerate' : 'itemize';
  const options = [
    ...(ordered === true && start !== 1 ? [`start=${start}`] : []),
    ...(spread === true ? [] : ['nosep']),
  ].join(', ');
  const items = children.map((item) => renderItem(item, { ...state, isNested: true }));
  return `\\begin{${kind}}${options === '' ? '' : `[${options}]`}\n${items.join('\n')}\n\\end{${kind}}`;
}

function renderItem({ checked, children }: ListItem, state: PreprintState): string {
  const box = typeof checked === 'boolean' ? print(checked ? '☑ ' : '☐ ', state, {}) : '';
  return `\\item ${box}${state.renderBlocks(children, state)}`;
}

/** Renders lines of code; a long line is wrapped. */
function renderCode(node: Code, state: PreprintState): string {
  const lines = node.value
    .split('\n')
    .map(
      (line) => `\\codeline{${print(line.replaceAll('\t', '    '), state, { position: node.position, isCode: true })}}`,
    );
  return `\\begin{codeblock}\n${lines.join('\n')}\n\\end{codeblock}`;
}

function renderReferences({ children }: References, state: PreprintState): string {
  const heading = print(state.strings.labels.references, state, {});
  const label = labelOf(state.slug, 'references');
  const command = state.depth === 0 ? 'section' : 'subsection';
  const items = children.map((reference) => renderReference(reference, state));
  return `\\${command}*{${heading}}\\hypertarget{${label}}{}\n\\begin{references}\n${items.join('\n')}\n\\end{references}`;
}

const renderReference = ({ key, children }: Reference, state: PreprintState): string =>
  `\\item\\hypertarget{${labelOf(state.slug, `ref-${key}`)}}{}${state.renderPhrasing(children, { ...state, isNested: true })}`;
