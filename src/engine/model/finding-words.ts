import { certainties, reasons as reasonTexts, type Certainty, type Direction, type Reason } from './certainty.ts';
import type { Strings } from './strings/index.ts';

/** A shape for each direction, so that colour is not needed. */
export const directionSigns = { for: '▲', against: '▼', mixed: '◆' } as const satisfies Record<Direction, string>;

/** Formats a certainty as one to four filled dots of four: "●●○○". */
export function certaintyDots(certainty: Certainty): string {
  const filled = certainties.indexOf(certainty) + 1;
  return '●'.repeat(filled) + '○'.repeat(certainties.length - filled);
}

/** Formats the reasons of a certainty: "Lowered for indirect evidence. Raised for a large effect." */
export function formatReasons(stated: readonly Reason[], { finding }: Pick<Strings, 'finding'>): string {
  const withEffect = (effect: string) =>
    stated.filter((reason) => reasonTexts[reason].effect === effect).map((reason) => finding.reasons[reason]);
  const [lowered, raised] = [withEffect('lowers'), withEffect('raises')];
  const sentences = [
    ...withEffect('starts-high'),
    ...withEffect('caps-very-low'),
    ...(lowered.length === 0 ? [] : [finding.lowered(lowered)]),
    ...(raised.length === 0 ? [] : [finding.raised(raised)]),
  ];
  return sentences.map((sentence) => `${sentence}.`).join(' ');
}
