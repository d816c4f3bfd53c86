import { forecastUsesOf } from '../model/cited-forecasts.ts';
import { latestOf } from '../model/forecast.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';

export const oldForecast: Check = {
  id: 'old-forecast',
  level: 'hint',
  description:
    'The newest value of a forecast is older than the last search of an essay that states it. There may be a newer one.',
  remedy: 'Add the current value to `content/forecasts.yaml`, or give the day of the forecast in the text.',
  check: ({ essays, forecasts }) => {
    const latest = new Map(forecasts.value.map((forecast) => [forecast.id, latestOf(forecast).on]));
    return forecastUsesOf(essays).flatMap(({ id, text: { path, frontmatter }, node }) => {
      const on = latest.get(id);
      if (on === undefined || on >= frontmatter.searched) return [];
      const reason = `Missing newer value of the forecast \`${id}\`: its last is of ${on}, before the essay’s last search on ${frontmatter.searched}`;
      return [{ file: path, position: positionOfProp(node, 'id'), reason }];
    });
  },
};
