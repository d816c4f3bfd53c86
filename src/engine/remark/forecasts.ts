import type { PhrasingContent, Root, RootContent, Table, TableRow } from 'mdast';
import type { Position } from 'unist';
import { latestOf, type Forecast } from '../model/forecast.ts';
import type { Strings } from '../model/strings/index.ts';
import { nodesOf } from '../model/walk.ts';

type Written = { position: Position | undefined; strings: Strings };

/** Fills every `Forecast` with printed content: its newest value in a sentence, all its data as a block. */
export function remarkForecasts({ forecasts, strings }: { forecasts: readonly Forecast[]; strings: Strings }) {
  const byId = new Map(forecasts.map((forecast) => [forecast.id, forecast]));
  return (tree: Root): void => {
    for (const node of nodesOf(tree, 'component')) {
      const forecast = node.name === 'Forecast' ? byId.get(node.props.id) : undefined;
      if (forecast === undefined) continue;
      const written = { position: node.position, strings };
      node.children = node.flow ? formatBlock(forecast, written) : formatInline(forecast, written);
    }
  };
}

/** Formats "10% (Metaculus, 29 September 2023)". */
function formatInline(forecast: Forecast, written: Written): PhrasingContent[] {
  const { value, on } = latestOf(forecast);
  return [textOf(`${value} (`, written), sourceOf(forecast, written), textOf(`, ${written.strings.day(on)})`, written)];
}

/** Formats the question, the values, the source, and how the forecast is resolved. */
function formatBlock(forecast: Forecast, written: Written): RootContent[] {
  const { position, strings } = written;
  const { words } = strings.forecasts;
  const { by, resolution } = forecast;
  const settled = [resolution.on === undefined ? [] : strings.day(resolution.on), resolution.rule ?? []].flat();
  const about: PhrasingContent[] = [
    textOf(`${words.by}: ${by}. ${words.source}: `, written),
    sourceOf(forecast, written),
    textOf(`. ${words.resolution}: ${settled.map(withStop).join(' ')}`, written),
  ];
  const question: PhrasingContent = { type: 'strong', children: [textOf(forecast.question, written)], position };
  return [
    { type: 'paragraph', children: [question], position },
    tableOf(historyOf(forecast, strings), written),
    { type: 'paragraph', children: about, position },
  ];
}

/** Returns the values as rows below a head, the newest first. The column of notes is omitted if there are none. */
function historyOf({ values }: Forecast, { day, forecasts: { words } }: Strings): string[][] {
  const hasNotes = values.some(({ note }) => note !== undefined);
  const rows = values.toReversed().map(({ on, value, note = '' }) => [day(on), value, note]);
  return [[words.day, words.value, words.note], ...rows].map((cells) => (hasNotes ? cells : cells.slice(0, 2)));
}

const tableOf = (rows: readonly string[][], written: Written): Table => ({
  type: 'table',
  align: rows[0]?.map(() => null) ?? [],
  children: rows.map((cells) => rowOf(cells, written)),
  position: written.position,
});

const rowOf = (cells: readonly string[], written: Written): TableRow => ({
  type: 'tableRow',
  children: cells.map((cell) => ({
    type: 'tableCell',
    children: cell === '' ? [] : [textOf(cell, written)],
    position: written.position,
  })),
  position: written.position,
});

const textOf = (value: string, { position }: Written): PhrasingContent => ({ type: 'text', value, position });

const sourceOf = ({ source, url }: Forecast, written: Written): PhrasingContent => ({
  type: 'link',
  url,
  children: [textOf(source, written)],
  position: written.position,
});

const withStop = (words: string): string => (/[.!?…]$/.test(words) ? words : `${words}.`);
