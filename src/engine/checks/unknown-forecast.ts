import { forecastUsesOf } from '../model/cited-forecasts.ts';
import { textsOf } from '../model/published.ts';
import { positionOfProp } from '../model/nodes.ts';
import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownForecast: Check = {
  id: 'unknown-forecast',
  level: 'error',
  description: 'The `id` of a `Forecast` is not an id in `content/forecasts.yaml`.',
  remedy: 'Correct the id, or add the forecast there.',
  check: (review) => {
    const { file: list, value } = review.forecasts;
    const known = value.map(({ id }) => id);
    const expected = `an id of \`${list}\`${known.length === 0 ? ', which has none' : ''}`;
    return forecastUsesOf(textsOf(review))
      .filter(({ id }) => !known.includes(id))
      .map(({ id, text, node }) => ({
        file: text.path,
        position: positionOfProp(node, 'id'),
        reason: `Unknown forecast \`${id}\`: expected ${expected}${suggestionFor(id, known)}`,
      }));
  },
};
