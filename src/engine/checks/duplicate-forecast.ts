import type { Check } from '../model/rule.ts';

export const duplicateForecast: Check = {
  id: 'duplicate-forecast',
  level: 'error',
  description: 'Two forecasts of `content/forecasts.yaml` have the same id, so a text that names it could mean either.',
  remedy: 'Give one of them another id, or put their values into one list if the question is the same.',
  check: ({ forecasts: { file, value, positionOf } }) =>
    value.flatMap(({ id }, index) => {
      if (value.findIndex((forecast) => forecast.id === id) === index) return [];
      return [
        { file, position: positionOf([index, 'id']), reason: `Duplicate forecast \`${id}\`: expected each id once` },
      ];
    }),
};
