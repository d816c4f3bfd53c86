import type { RootContent, Table } from 'mdast';
import { posix } from 'node:path';
import { pictureOfChart } from '../../model/chart.ts';
import { reasonsIn } from '../../model/certainty.ts';
import { dispatchComponent, type Components } from '../../model/dispatch-component.ts';
import { evidenceBlocksOf } from '../../model/evidence-table.ts';
import { formatReasons } from '../../model/finding-words.ts';
import type { ComponentNode } from '../../model/nodes.ts';
import { labelOf, linkTo, print, type PreprintState } from './context.ts';
import { renderFigure } from './figures.ts';
import { renderNumberedMath } from './formulas.ts';
import { renderNoteReference, withNotesAfter } from './notes.ts';
import { renderTable } from './tables.ts';

/** Renderers of components in a paper. */
const table = {
  Figure: (node, state) => {
    const { id, src, alt, credit } = node.props;
    return renderFigure({ id, source: src, alt, node, end: credit && say(credit, node, state, 'credit') }, state);
  },
  Chart: (node, state) => {
    const { id, spec, alt } = node.props;
    return renderFigure({ id, source: pictureOfChart(spec), alt, node, end: linkToData(node, state) }, state);
  },
  Table: (node, state) => {
    const [tables, texts] = [node.children.filter(isTable), node.children.filter((child) => !isTable(child))];
    return withNotesAfter(state, (inside) => {
      const [first, ...others] = texts;
      const isOpening = first?.type === 'paragraph';
      const words = isOpening ? state.renderPhrasing(first.children, { ...inside, isNested: true }) : '';
      const label = `\\target{${labelOf(state.slug, node.props.id)}}`;
      const command = state.isNested ? '\\captionof{table}' : '\\caption';
      const [table, ...more] = tables;
      return [
        ...(table === undefined ? [] : [renderTable(table, inside, { caption: `${command}[]{${words}}${label}` })]),
        ...more.map((other) => renderTable(other, inside)),
        state.renderBlocks(isOpening ? others : texts, inside),
      ]
        .filter((part) => part !== '')
        .join('\n\n');
    });
  },
  Equation: ({ props, children }, state) => {
    const formula = children.find((child) => child.type === 'math');
    return formula === undefined ? '' : renderNumberedMath(formula, labelOf(state.slug, props.id), state);
  },
  Note: ({ flow, children, position }, state) =>
    renderNoteReference(
      `note at ${position?.start.offset}`,
      (inside) => (flow ? state.renderBlocks(children, inside) : state.renderPhrasing(children, inside)),
      state,
    ),
  Details: (node, state) => {
    const { summary } = node.props;
    const head = say(/[.:?!]$/.test(summary) ? summary : `${summary}.`, node, state, 'summary');
    return `\\innerheading{${head}}\n\n${state.renderBlocks(node.children, { ...state, isNested: true })}`;
  },
  Callout: (node, state) => {
    const body = state.renderBlocks(node.children, { ...state, isNested: true });
    return `\\begin{quotedtext}\n\\innerheading{${say(state.strings.callouts[node.props.kind], node, state)}}\n\n${body}\n\\end{quotedtext}`;
  },
  Theorem: (node, state) => {
    const { id, kind, title } = node.props;
    const option = title === undefined ? '' : `[${say(title, node, state, 'title')}]`;
    const label = id === undefined ? '' : `\\target{${labelOf(state.slug, id)}}`;
    const body = state.renderBlocks(node.children, { ...state, isNested: true });
    return `\\begin{${kind}}${option}${label}\n\\leavevmode ${body}\n\\end{${kind}}`;
  },
  Finding: (node, state) =>
    withNotesAfter(state, (inside) => {
      const kind = state.isNested ? 'innerfinding' : 'finding';
      const reasons = say(formatReasons(reasonsIn(node.props.because), state.strings), node, state);
      return [
        `\\begin{${kind}}{${findingHead(node, state)}}{${labelOf(state.slug, node.props.id)}}`,
        state.renderBlocks(node.children, { ...inside, isNested: true }),
        ...(reasons === '' ? [] : [`\\reasons{${reasons}}`]),
        `\\end{${kind}}`,
      ].join('\n');
    }),
  EvidenceMap: ({ data }, state) =>
    data?.map === undefined ? '' : state.renderBlocks(evidenceBlocksOf(data.map, state.strings), state),
  Forecast: ({ flow, children }, state) =>
    flow ? state.renderBlocks(children, state) : state.renderPhrasing(children, state),
  Term: ({ children }, state) => state.renderPhrasing(children, state),
  Embed: (node, state) => {
    const { src, title } = node.props;
    return `${say(title, node, state, 'title')} (${linkTo(src, say(src, node, state, 'src'), state)}).`;
  },
  Withheld: (node, state) =>
    `\\emph{${say(`[${state.strings.labels.withheld} ${node.props.reason}]`, node, state, 'reason')}}`,
} satisfies Components<PreprintState, string>;

/** Renders a component as TeX. */
export const renderComponent = (node: ComponentNode, state: PreprintState): string =>
  dispatchComponent(table, node, state);

const isTable = (node: RootContent): node is Table => node.type === 'table';

/** Escapes a text of a component, which comes from `prop` if that is given. */
function say(text: string, node: ComponentNode, state: PreprintState, prop?: string): string {
  const positionOfText = prop === undefined ? undefined : node.data?.positions?.[prop];
  return print(text.replace(/\s+/g, ' '), state, { position: positionOfText ?? node.position });
}

/** Renders "Against · low certainty · bears on …"; LaTeX adds the number. */
function findingHead(node: ComponentNode<'Finding'>, state: PreprintState): string {
  const { finding } = state.strings;
  const { consideration, direction, certainty } = node.props;
  const question = say(node.data?.question ?? consideration, node, state);
  return [
    `\\textbf{${say(finding.directions[direction], node, state)}}`,
    say(finding.certainties[certainty], node, state),
    `${say(finding.bearsOn, node, state)} ${linkTo(`/evidence/${consideration}/`, question, state)}`,
  ].join(' · ');
}

/** Renders "Data: reach.csv". */
function linkToData(node: ComponentNode<'Chart'>, state: PreprintState): string | undefined {
  const path = node.data?.chart?.dataPath;
  if (path === undefined) return undefined;
  return `${say(state.strings.essay.dataFile, node, state)}: ${linkTo(path, say(posix.basename(path), node, state), state)}`;
}
