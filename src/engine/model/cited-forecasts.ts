import type { About, Essay } from './essay.ts';
import type { Forecast } from './forecast.ts';
import type { ComponentNode } from './nodes.ts';
import type { Review } from './review.ts';

/** A forecast in a text. */
type ForecastUse<Text> = { id: string; text: Text; node: ComponentNode<'Forecast'> };

/** Returns every `Forecast` of the texts, in their order; its id may be unknown. */
export const forecastUsesOf = <Text extends Essay | About>(texts: readonly Text[]): ForecastUse<Text>[] =>
  texts.flatMap((text) =>
    text.components
      .filter((node): node is ComponentNode<'Forecast'> => node.name === 'Forecast')
      .map((node) => ({ id: node.props.id, text, node })),
  );

/** A forecast, and the essays that state it, each once, in sequence order. */
type CitedForecast = { forecast: Forecast; essays: Essay[] };

/** Returns the forecasts that essays state, in file order. Pass the part of a review that is shown. */
export function citedForecastsOf({ essays, forecasts }: Pick<Review, 'essays' | 'forecasts'>): CitedForecast[] {
  const uses = forecastUsesOf(essays);
  return forecasts.value.flatMap((forecast) => {
    const stating = new Set(uses.filter(({ id }) => id === forecast.id).map(({ text }) => text));
    return stating.size === 0 ? [] : [{ forecast, essays: [...stating] }];
  });
}
