import type { Link, Paragraph, PhrasingContent, Table, TableCell } from 'mdast';
import { certainties, directions, type Direction } from './certainty.ts';
import type { EvidenceMap, MapFinding } from './evidence-map.ts';
import { certaintyDots, directionSigns } from './finding-words.ts';
import type { Strings } from './strings/index.ts';

/** Returns the map for a text or a post: its table, and a paragraph with the totals. */
export const evidenceBlocksOf = (map: EvidenceMap, strings: Strings): [Table, Paragraph] => [
  evidenceTableOf(map, strings),
  { type: 'paragraph', children: [text(evidenceSumOf(map, strings))] },
];

/** Formats the totals of the map: "159 findings: ▲ For 55, ▼ Against 72, ◆ Mixed 32; ●●○○ low certainty 81, …". */
export function evidenceSumOf({ rows }: EvidenceMap, { evidence, finding }: Strings): string {
  const findings = rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.findings));
  const ofDirection = directions.map((direction) => {
    const { length } = findings.filter((item) => item.direction === direction);
    return `${directionSigns[direction]} ${finding.directions[direction]} ${length}`;
  });
  const ofCertainty = certainties.toReversed().map((certainty) => {
    const { length } = findings.filter((item) => item.certainty === certainty);
    return `${certaintyDots(certainty)} ${finding.certainties[certainty]} ${length}`;
  });
  return `${evidence.findings(findings.length)}: ${ofDirection.join(', ')}; ${ofCertainty.join(', ')}`;
}

/** Returns a table with a row per consideration, and a column per direction with links to its findings. */
function evidenceTableOf({ rows, domains }: EvidenceMap, { evidence, finding }: Strings): Table {
  const head = [
    text(evidence.consideration),
    ...directions.map((direction) => text(`${directionSigns[direction]} ${finding.directions[direction]}`)),
  ];
  const nameOf = (id: string): string => domains.find((domain) => domain.id === id)?.name ?? id;
  const body = rows.map(({ consideration, question, cells }) => {
    const named = cells.flatMap(({ domain, findings }) =>
      findings.map((item) => ({ name: nameOf(domain), finding: item })),
    );
    return [
      [link(`/evidence/${consideration}/`, question)],
      ...directions.map((direction) => linksTo(named, direction)),
    ];
  });
  return {
    type: 'table',
    align: [null, null, null, null],
    children: [head.map((word) => [word]), ...body].map((cells) => ({ type: 'tableRow', children: cells.map(cellOf) })),
  };
}

type NamedFinding = { name: string; finding: MapFinding };

function linksTo(named: readonly NamedFinding[], direction: Direction): PhrasingContent[] {
  const ofDirection = named.filter(({ finding }) => finding.direction === direction);
  if (ofDirection.length === 0) return [text('–')];
  return ofDirection.flatMap(({ name, finding: { slug, id, certainty } }, index) => [
    ...(index === 0 ? [] : [text(', ')]),
    link(`/essays/${slug}/#${id}`, `${name} ${certaintyDots(certainty)}`),
  ]);
}

const cellOf = (children: PhrasingContent[]): TableCell => ({ type: 'tableCell', children });
const text = (value: string): PhrasingContent => ({ type: 'text', value });
const link = (url: string, value: string): Link => ({ type: 'link', url, children: [{ type: 'text', value }] });
