import type { Element } from 'hast';
import { h } from 'hastscript';
import type { EvidenceMap, MapCell, Tally } from '../../model/evidence-map.ts';
import { tallyOf } from '../../model/evidence-map.ts';
import { evidenceSumOf } from '../../model/evidence-table.ts';
import { certaintyDots, directionSigns } from '../../model/finding-words.ts';
import type { Strings } from '../../model/strings/index.ts';

type MapContext = { strings: Strings; base: string };

/**
 * Renders the map as a table: a shape for the direction, a number for the findings, and dots for the highest certainty.
 * A cell links to its findings on the page of the consideration.
 */
export function renderEvidenceMap(map: EvidenceMap, context: MapContext): Element[] {
  const { domains, rows } = map;
  const { evidence } = context.strings;
  const head = domains.map(({ id, name }) =>
    h('th', { scope: 'col' }, h('a', { href: `${context.base}domains/#${id}` }, name)),
  );
  const body = rows.map(({ consideration, question, cells }) =>
    h('tr', [
      h('th', { scope: 'row' }, h('a', { href: `${context.base}evidence/${consideration}/` }, question)),
      ...cells.map((cell, index) => {
        const href = `${context.base}evidence/${consideration}/#${cell.domain}`;
        return renderCell(cell, { href, isRead: domains[index]?.isRead === true, ...context });
      }),
    ]),
  );
  const table = h('table', [
    h('thead', h('tr', [h('th', { scope: 'col' }, evidence.consideration), ...head])),
    h('tbody', body),
  ]);
  return [
    h('div', { class: 'evidence-map', tabIndex: 0, role: 'group', 'aria-label': evidence.title }, table),
    h('p', { class: 'evidence-sum' }, evidenceSumOf(map, context.strings)),
  ];
}

type CellContext = MapContext & { href: string; isRead: boolean };

function renderCell({ findings }: MapCell, { href, isRead, strings }: CellContext): Element {
  const { evidence } = strings;
  if (findings.length === 0) {
    const [sign, words] = isRead ? ['·', evidence.noFinding] : ['', evidence.notRead];
    return h('td', { class: isRead ? 'read' : 'unread' }, [
      h('span', { 'aria-hidden': 'true' }, sign),
      h('span', { class: 'visually-hidden' }, words),
    ]);
  }
  const data = findings.map(({ direction, certainty, years }) => [direction, certainty, years]);
  return h('td', { class: 'found', 'data-findings': JSON.stringify(data) }, [
    h(
      'a',
      { href },
      tallyOf(findings).map((tally) => renderTally(tally, strings)),
    ),
  ]);
}

/** Renders "▲2 ●●○○", with words for screen readers. */
const renderTally = ({ direction, count, certainty }: Tally, { finding }: Strings): Element =>
  h('span', { class: ['tally', `tally-${direction}`, `tally-${certainty}`] }, [
    h('span', { 'aria-hidden': 'true' }, [
      h('span', { class: 'count' }, `${directionSigns[direction]}${count}`),
      h('span', { class: 'dots' }, certaintyDots(certainty)),
    ]),
    h(
      'span',
      { class: 'visually-hidden' },
      `${count} ${finding.directions[direction]}, ${finding.certainties[certainty]}. `,
    ),
  ]);
