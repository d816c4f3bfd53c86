import { drawChart } from '../../src/charts/draw-charts.ts';
import { chartsOf } from '../../src/engine/model/chart.ts';
import { createParseCache, parseReview } from '../../src/engine/parse-review.ts';
import { readSources } from '../../src/engine/read-review.ts';
import { root } from '../root.ts';

/** Run by the benchmark: draws the charts of this review in a new process, and prints the CPU time of each in ms. */
const { review } = parseReview(readSources(root), createParseCache({ prints: false }));
const costs: number[] = [];
for (const { data } of review?.essays.flatMap(chartsOf) ?? []) {
  const before = process.cpuUsage();
  await drawChart(data.chart, 'en');
  const { user, system } = process.cpuUsage(before);
  costs.push((user + system) / 1000);
}
process.stdout.write(JSON.stringify(costs));
