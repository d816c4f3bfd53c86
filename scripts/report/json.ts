import { levelOf, rangeOf, type Message } from '../../src/engine/model/message.ts';
import { addressOfRule } from '../../src/engine/model/rules/index.ts';
import type { ReportOptions } from './index.ts';

type Point = { line: number; column: number };

/**
 * An element of the array that `--format json` prints. Lines and columns count from 1. `range` is null for a whole
 * file.
 */
type JsonMessage = {
  file: string | null;
  range: { start: Point; end: Point } | null;
  level: 'error' | 'warning' | 'hint';
  rule: string;
  reason: string;
  /** The rule's page in the guide, or null if `review.yaml` has no `baseUrl`, or still the example's. */
  url: string | null;
};

/** Formats all messages as one JSON array. Hints are included, because readers can filter by `level`. */
export const formatAsJson = (messages: readonly Message[], options: Pick<ReportOptions, 'baseUrl'>): string =>
  `${JSON.stringify(
    messages.map((message) => toJsonMessage(message, options)),
    null,
    2,
  )}\n`;

function toJsonMessage(message: Message, { baseUrl }: Pick<ReportOptions, 'baseUrl'>): JsonMessage {
  const { file, ruleId, reason } = message;
  const rule = ruleId ?? '';
  const range = rangeOf(message);
  return {
    file: file ?? null,
    range: range === null ? null : { start: copyPoint(range.start), end: copyPoint(range.end) },
    level: levelOf(message),
    rule,
    reason,
    url: addressOfRule(rule, baseUrl),
  };
}

/** Omits the offset. */
const copyPoint = ({ line, column }: Point): Point => ({ line, column });
