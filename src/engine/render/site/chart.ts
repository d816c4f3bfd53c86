import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import { posix } from 'node:path';
import type { Chart } from '../../model/chart.ts';
import type { ComponentNode } from '../../model/nodes.ts';
import { toUrlSegment } from '../../model/url-segment.ts';
import type { SiteContext } from './context.ts';

type ChartContext = { caption: ElementContent[]; context: SiteContext };

/**
 * Renders a chart as a figure: two drawings, of which the stylesheet shows the one that fits, the caption, and the data
 * in a collapsible section.
 */
export function renderChart(
  { props, label, data }: ComponentNode<'Chart'>,
  { caption, context }: ChartContext,
): Element {
  const { drawings, chart } = data ?? {};
  const shown =
    drawings === undefined
      ? []
      : (['wide', 'narrow'] as const).map((kind) =>
          h('div', { class: `chart-${kind}`, role: 'img', 'aria-label': props.alt, 'data-pagefind-ignore': '' }, [
            { type: 'raw' as const, value: drawings[kind] },
          ]),
        );
  return h('figure', { id: props.id, class: 'figure chart' }, [
    ...shown,
    h('figcaption', [h('b', `${label ?? ''}.`), ' ', ...caption]),
    ...(chart === undefined ? [] : [renderData(chart, label ?? '', context)]),
  ]);
}

/** Renders the rows as written; a work links to its page. */
function renderData(chart: Chart, label: string, context: SiteContext): Element {
  const { essay } = context.strings;
  const { table, dataPath } = chart;
  const name = posix.basename(dataPath);
  const head = table.columns.map((column) =>
    h(
      'th',
      { scope: 'col', align: alignOf(column, chart) },
      column === 'work' ? essay.work : column.replaceAll('_', ' '),
    ),
  );
  const body = table.rows.map((row) =>
    h(
      'tr',
      row.map((cell, index) => renderCell(cell, table.columns[index] ?? '', { chart, context })),
    ),
  );
  return h('details', { class: 'chart-data', 'data-pagefind-ignore': '' }, [
    h('summary', essay.chartData(label)),
    h(
      'div',
      { class: 'table-scroll', tabIndex: 0, role: 'group', 'aria-label': essay.chartData(label) },
      h('table', [h('thead', h('tr', head)), h('tbody', body)]),
    ),
    h('p', h('a', { href: context.base + dataPath.slice(1), download: name }, name)),
  ]);
}

function renderCell(cell: string, column: string, { chart, context }: { chart: Chart; context: SiteContext }): Element {
  const work = column === 'work' ? chart.works[cell] : undefined;
  const content = work === undefined ? cell : h('a', { href: `${context.base}works/${toUrlSegment(cell)}/` }, work);
  return h('td', { align: alignOf(column, chart) }, content);
}

/** Aligns numbers to the right. */
const alignOf = (column: string, { rows }: Chart): 'right' | undefined =>
  rows.some((row) => typeof row[column] === 'number') ? 'right' : undefined;
