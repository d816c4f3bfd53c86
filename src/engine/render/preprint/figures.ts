import { posix } from 'node:path';
import type { ComponentNode } from '../../model/nodes.ts';
import { labelOf, print, type PreprintState } from './context.ts';
import { withNotesAfter } from './notes.ts';

type FigureOptions = {
  id: string;
  /** The picture, as a path from the folder of the essay. */
  source: string;
  alt: string;
  /** The component; its children are the caption. */
  node: ComponentNode<'Figure' | 'Chart'>;
  /** TeX after the caption. */
  end: string | undefined;
};

/** Renders a picture with its caption: as a float, or in place within a block. */
export function renderFigure({ id, source, alt, node, end }: FigureOptions, state: PreprintState): string {
  return withNotesAfter(state, (inside) => {
    const [first, ...others] = node.children;
    const isOpening = first?.type === 'paragraph';
    const opening = isOpening ? [state.renderPhrasing(first.children, { ...inside, isNested: true })] : [];
    const rest = state.renderBlocks(isOpening ? others : node.children, { ...inside, isNested: true });
    const caption = [...opening, ...(rest === '' && end !== undefined ? [end] : [])].join(' ');
    const command = state.isNested ? '\\captionof{figure}' : '\\caption';
    const [begin, close] = state.isNested
      ? ['\\begin{center}', '\\end{center}']
      : ['\\begin{figure}[htbp]\n\\centering', '\\end{figure}'];
    const description = print(alt.replace(/\s+/g, ' '), state, {
      position: node.data?.positions?.alt ?? node.position,
    });
    return [
      begin,
      `\\graphic{${pathOf(source, state)}}{${description}}`,
      `${command}[]{${caption}}\\target{${labelOf(state.slug, id)}}`,
      close,
      ...(rest === '' ? [] : ['', rest, ...(end === undefined ? [] : ['', end])]),
    ].join('\n');
  });
}

/** Returns the path of a picture in the paper. */
function pathOf(source: string, { path, slug, context }: PreprintState): string {
  const file = posix.join(posix.dirname(path), source);
  return context.figures.get(file) ?? `figures/${slug}-${posix.basename(source).replace(/\.\w+$/, '')}`;
}
