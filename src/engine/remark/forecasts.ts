import type { PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import type { Position } from 'unist';
import { latestOf, type Forecast } from '../model/forecast.ts';
import type { Strings } from '../model/strings/index.ts';
import { nodesOf } from '../model/walk.ts';

/** The position of the component, which all printed nodes have, and the strings of the review's language. */
type PrintContext = { position: Position | undefined; strings: Strings };

/** Fills every `Forecast` with printed content: its newest value in a sentence, all its data as a block. */
export function remarkForecasts({ forecasts, strings }: { forecasts: readonly Forecast[]; strings: Strings }) {
  const byId = new Map(forecasts.map((forecast) => [forecast.id, forecast]));
  return (tree: Root): void => {
    for (const node of nodesOf(tree, 'component')) {
      const forecast = node.name === 'Forecast' ? byId.get(node.props.id) : undefined;
      if (forecast === undefined) continue;
      const context = { position: node.position, strings };
      node.children = node.flow ? formatBlock(forecast, context) : formatInline(forecast, context);
    }
  };
}

/** Formats "10% (Metaculus, 29 September 2023)". */
function formatInline(forecast: Forecast, context: PrintContext): PhrasingContent[] {
  const { value, on } = latestOf(forecast);
  return [textOf(`${value} (`, context), sourceOf(forecast, context), textOf(`, ${context.strings.day(on)})`, context)];
}

/** Formats the question, the values, the source, and how the forecast is resolved. */
function formatBlock(forecast: Forecast, context: PrintContext): RootContent[] {
  const { position, strings } = context;
  const { words } = strings.forecasts;
  const { by, resolution } = forecast;
  const settled = [resolution.on === undefined ? [] : strings.day(resolution.on), resolution.rule ?? []].flat();
  const about: PhrasingContent[] = [
    textOf(`${words.by}: ${by}. ${words.source}: `, context),
    sourceOf(forecast, context),
    textOf(`. ${words.resolution}: ${settled.map(withStop).join(' ')}`, context),
  ];
  const question: PhrasingContent = { type: 'strong', children: [textOf(forecast.question, context)], position };
  return [
    { type: 'paragraph', children: [question], position },
    tableOf(historyOf(forecast, strings), context),
    { type: 'paragraph', children: about, position },
  ];
}

/** Returns the values as rows below a head, the newest first. The column of notes is omitted if there are none. */
function historyOf({ values }: Forecast, { day, forecasts: { words } }: Strings): string[][] {
  const hasNotes = values.some(({ note }) => note !== undefined);
  const rows = values.toReversed().map(({ on, value, note = '' }) => [day(on), value, note]);
  return [[words.day, words.value, words.note], ...rows].map((cells) => (hasNotes ? cells : cells.slice(0, 2)));
}

const tableOf = (rows: readonly string[][], context: PrintContext): Table => ({
  type: 'table',
  align: rows[0]?.map(() => null) ?? [],
  children: rows.map((cells) => rowOf(cells, context)),
  position: context.position,
});

const rowOf = (cells: readonly string[], context: PrintContext): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({
    type: 'tableCell',
    children: cell === '' ? [] : [textOf(cell, context)],
    position: context.position,
  })),
  position: context.position,
});

const textOf = (value: string, { position }: PrintContext): PhrasingContent => ({ type: 'text', value, position });

const sourceOf = ({ source, url }: Forecast, context: PrintContext): PhrasingContent => ({
  type: 'link',
  url,
  children: [textOf(source, context)],
  position: context.position,
});

const withStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);
