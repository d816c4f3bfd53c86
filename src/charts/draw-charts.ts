import { chartsOf, type Chart, type ChartDrawings } from '../engine/model/chart.ts';
import type { Essay } from '../engine/model/essay.ts';
import type { Review } from '../engine/model/review.ts';
import { nodesOf } from '../engine/model/walk.ts';

/** Draws a chart, with numbers and months in a language. Commands may wrap it in a cache. */
export type DrawChart = (chart: Chart, language: string) => Promise<ChartDrawings>;

/** Imports the drawing code only if there is a chart to draw. */
export const drawChart: DrawChart = async (chart, language) =>
  (await import('./draw-chart.ts')).drawChart(chart, language);

/** Adds the drawings of each `<Chart>` to the essays of a review. */
export async function drawCharts(review: Review, draw: DrawChart): Promise<Review> {
  if (review.essays.every((essay) => chartsOf(essay).length === 0)) return review;
  const essays = await Promise.all(review.essays.map((essay) => drawEssay(essay, review.config.value.locale, draw)));
  return { ...review, essays };
}

/** Returns a copy, because other users of the parsed essay may not need drawings. */
async function drawEssay(essay: Essay, locale: string, draw: DrawChart): Promise<Essay> {
  if (chartsOf(essay).length === 0) return essay;
  const tree = structuredClone(essay.tree);
  const components = nodesOf(tree, 'component');
  for (const node of chartsOf({ components }))
    node.data = { ...node.data, drawings: await draw(node.data.chart, locale) };
  return { ...essay, tree, components };
}
