import type { About, Essay } from './essay.ts';
import type { Forecast } from './forecast.ts';
import type { ComponentNode } from './nodes.ts';
import type { Review } from './review.ts';

/** Where a text states a forecast. */
type ForecastUse<Text> = { id: string; text: Text; node: ComponentNode<'Forecast'> };

/** Every `Forecast` of some texts, in the order of the texts; its id may be unknown. */
export const forecastUsesOf = <Text extends Essay | About>(texts: readonly Text[]): ForecastUse<Text>[] =>
  texts.flatMap((text) =>
    text.components
      .filter((node): node is ComponentNode<'Forecast'> => node.name === 'Forecast')
      .map((node) => ({ id: node.props.id, text, node })),
  );

/** A forecast, and the essays that state it, each once, in their order. */
type CitedForecast = { forecast: Forecast; essays: Essay[] };

/** The forecasts that essays state, in the order of their file. Give it the part of a review that is shown. */
export function citedForecastsOf({ essays, forecasts }: Pick<Review, 'essays' | 'forecasts'>): CitedForecast[] {
  const uses = forecastUsesOf(essays);
  return forecasts.value.flatMap((forecast) => {
    const stating = new Set(uses.filter(({ id }) => id === forecast.id).map(({ text }) => text));
    return stating.size === 0 ? [] : [{ forecast, essays: [...stating] }];
  });
}
