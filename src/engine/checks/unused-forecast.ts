import { forecastUsesOf } from '../model/cited-forecasts.ts';
import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';

export const unusedForecast: Check = {
  id: 'unused-forecast',
  level: 'hint',
  description:
    'No essay states a forecast of `content/forecasts.yaml`, so no page shows it. A number in a text may be written out instead.',
  remedy: 'Write `<Forecast id="…" />` where the forecast is stated, keep it for a later essay, or remove it.',
  check: (review) => {
    // An essay that could not be parsed may state any forecast.
    if (review.essays.length < review.slugs.length) return [];
    const { file, value, positionOf } = review.forecasts;
    const used = new Set(forecastUsesOf(textsOf(review)).map(({ id }) => id));
    return value.flatMap(({ id }, index) => {
      if (used.has(id)) return [];
      return [
        {
          file,
          position: positionOf([index, 'id']),
          reason: `Missing use of the forecast \`${id}\`: no essay states it`,
        },
      ];
    });
  },
};
