import type { RootContent } from 'mdast';
import type { Essay } from '../../model/essay.ts';
import { isNote } from '../../model/nodes.ts';
import { formatDrafting } from '../../model/origin.ts';
import { isCleared } from '../../model/published.ts';
import { stringsOf } from '../../model/strings/index.ts';
import { toAbsolute } from '../../model/url.ts';
import { footnoteDefinitionsOf } from '../../model/walk.ts';
import type { TextContext, TextState } from './context.ts';
import { renderBlock, renderPhrasingNode } from './nodes.ts';
import { hangingIndent, lengthOf, wrap } from './wrap.ts';

export type { TextContext } from './context.ts';

/** Maximum line length of an e-mail, in characters. */
const lineWidth = 72;

/** Renders an essay as plain text for an e-mail: the body, then notes, then references. */
export function renderText(essay: Essay, context: TextContext): string {
  const state = createTextState(essay, context);
  const isReferences = ({ type }: RootContent) => type === 'references';
  const body = state.renderBlocks(
    essay.tree.children.filter((node) => !isReferences(node)),
    lineWidth,
  );
  const notes = renderNotes(state);
  const references = state.renderBlocks(essay.tree.children.filter(isReferences), lineWidth);
  const parts = [renderHead(state), body, notes, references].filter((lines) => lines.length > 0);
  return `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

function createTextState(essay: Essay, context: TextContext): TextState {
  const definitions = footnoteDefinitionsOf(essay.tree);
  const state: TextState = {
    essay,
    context,
    strings: stringsOf(context.config.locale),
    definitions,
    footnoteNumbers: new Map(),
    footnotes: [],
    renderBlocks: (nodes, width) => renderBlocks(nodes, width, state),
    renderPhrasing: (nodes) => nodes.map((node) => renderPhrasingNode(node, state)).join(''),
  };
  return state;
}

/**
 * Renders blocks with an empty line between them. A note between blocks becomes a reference at the end of the paragraph
 * or caption before it.
 */
function renderBlocks(nodes: readonly RootContent[], width: number, state: TextState): string[] {
  const blocks: string[][] = [];
  let last: string[] | undefined;
  for (const node of nodes) {
    const lines = renderBlock(node, width, state);
    if (!isNote(node))
      last = node.type === 'paragraph' || (node.type === 'component' && node.name in captioned) ? lines : undefined;
    if (isNote(node) && last !== undefined) last.push(...endLine(last.pop() ?? '', lines.join(''), width));
    else if (lines.length > 0) blocks.push(lines);
  }
  return blocks.flatMap((lines, index) => (index === 0 ? lines : ['', ...lines]));
}

const captioned = { Chart: true, Figure: true, Table: true };

const endLine = (line: string, reference: string, width: number): string[] =>
  lengthOf(line) + lengthOf(reference) <= width ? [`${line}${reference}`] : [line, reference];

/** Renders the notes. A note may refer to further notes, which are appended to the list while it is rendered. */
function renderNotes(state: TextState): string[] {
  const lines: string[] = [];
  for (let number = 1; number <= state.footnotes.length; number += 1) {
    const marker = `[${number}] `;
    lines.push('', ...hangingIndent(state.footnotes[number - 1]?.(lineWidth - marker.length) ?? [], marker));
  }
  const { notes } = state.strings.labels;
  return lines.length === 0 ? [] : [notes, '='.repeat(lengthOf(notes)), ...lines];
}

function renderHead(state: TextState): string[] {
  const { essay, context, strings } = state;
  const { frontmatter, slug } = essay;
  const { copy, day } = strings;
  const isRetired = frontmatter.retired !== undefined;
  const title = wrap(frontmatter.title, lineWidth);
  const origin = `${copy.asOf(day(frontmatter.updated), isRetired)}<${toAbsolute(`/essays/${slug}/`, context.config)}>`;
  const review = `${copy.ofReview(isRetired)}${context.config.title}${copy.end}${formatDrafting(frontmatter, strings)}`;
  const warning = isCleared(essay) ? '' : `${copy.notCleared} `;
  return [
    ...title,
    '='.repeat(Math.max(...title.map(lengthOf))),
    '',
    ...wrap(`${warning}${origin}${review}`, lineWidth),
    '',
    ...renderRetired(state),
    ...wrap(frontmatter.standfirst, lineWidth),
  ];
}

/** Renders the notice of a retired essay, with the reason and the address of its replacement. */
function renderRetired({ essay, context, strings }: TextState): string[] {
  const { retired } = essay.frontmatter;
  if (retired === undefined) return [];
  const { on, reason, replacedBy } = retired;
  const successor =
    replacedBy === undefined
      ? ''
      : ` ${strings.retired.replacedBy} <${toAbsolute(`/essays/${replacedBy}/`, context.config)}>`;
  return [...wrap(`${strings.retired.head(strings.day(on))} ${reason}${successor}`, lineWidth), ''];
}
