import { showStyles } from '../../forum-model/meaning/blocks.ts';
import type { Pair } from './pair-units.ts';
import type { Pending } from './pending.ts';
import type { Unit } from './units.ts';

/** One request to the draft interface. */
export type Edit =
  | { kind: 'insert'; location: Location; markdown: string; units: readonly Unit[] }
  | { kind: 'insert model-written'; location: Location; markdown: string; model: string; units: readonly Unit[] }
  | { kind: 'replace text'; quote: string; replacement: string; units: readonly Unit[] }
  | { kind: 'delete'; prefix: string; units: readonly Unit[] };

export type Location = 'end' | { before: string } | { after: string };

export type PlanOptions = {
  /** What was sent last; null where nothing is known to have been. */
  base: readonly Unit[] | null;
  /** True where changes are made at once. */
  edits: boolean;
  /** True where model-written blocks may be inserted at once: the draft is empty, or its first push was not finished. */
  isFilling: boolean;
  theirsIsLost: boolean;
  /** What waits for the author already. */
  pending: Pending;
};

/** A plan while it is made. */
export type Planning = PlanOptions & {
  live: readonly Unit[];
  ours: readonly Unit[];
  pairs: readonly Pair[];
  planned: Edit[];
  remarks: string[];
  /** Units of the post that stay undone. */
  left: Set<Unit>;
};

/** Leaves some units of the post undone, and says why. */
export function leave(units: readonly Unit[], remark: string, { remarks, left }: Planning): false {
  remarks.push(`${remark}: ${units.map(startOf).join(', ')}`);
  for (const unit of units) left.add(unit);
  return false;
}

/** The first words of a unit, to tell it by. */
export const startOf = (unit: Unit): string => `“${clip(firstLine(unit))}”`;

const clip = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
const firstLine = ({ lines }: Unit): string => showStyles(lines[0] ?? '').replace(/^\[[^\]]*\] /, '');

const starts = {
  insert: '+',
  'insert model-written': '+ (model-written, at once)',
  'replace text': '~',
  delete: '-',
} as const;

/** An edit in a line or two. */
export function describeEdit(edit: Edit): string {
  if (edit.kind === 'replace text') return `~ “${edit.quote.trim()}” → “${edit.replacement.trim()}”`;
  return edit.units
    .map((unit) => `${starts[edit.kind]} ${firstLine(unit)}${unit.lines.length > 1 ? ' …' : ''}`)
    .join('\n');
}
