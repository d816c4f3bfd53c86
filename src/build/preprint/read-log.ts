import { createMessageOf, type Message } from '../../engine/model/message.ts';

/** Points by which a line may be too wide: less than readers see. */
const allowedExcess = 10;

/** What LaTeX's log says of a paper, each at the block of the essay from which the text comes. `file` is where none is named. */
export function readLatexLog(log: string, file: string): Message[] {
  const messages: Message[] = [];
  let source: Source = { file, line: null };
  for (const line of log.split('\n')) {
    source = sourceIn(line) ?? source;
    const problem = problemIn(line);
    if (problem !== null) messages.push(toMessage(problem, source));
  }
  return messages;
}

type Source = { file: string; line: number | null };

function sourceIn(line: string): Source | null {
  const [, file, number] = /^source (.+):(\d+)$/.exec(line) ?? [];
  return file === undefined ? null : { file, line: Number(number) };
}

type LogProblem = { rule: 'untidy-preprint' | 'failed-preprint'; reason: string };

function problemIn(line: string): LogProblem | null {
  const untidy = excessIn(line) ?? targetIn(line) ?? glyphIn(line);
  if (untidy !== null) return { rule: 'untidy-preprint', reason: untidy };
  const error = /^(?:! |\S+\.tex:\d+: )(.+)$/.exec(line)?.[1];
  return error === undefined
    ? null
    : { rule: 'failed-preprint', reason: `Invalid LaTeX: expected a paper that can be typeset; ${error}` };
}

function excessIn(line: string): string | null {
  const [, box, points] = /^Overfull \\([hv])box \((\d+(?:\.\d+)?)pt too/.exec(line) ?? [];
  if (points === undefined || Number(points) <= allowedExcess) return null;
  return box === 'v'
    ? `Invalid height: expected a block that fits the page; it is ${points} points too high`
    : `Invalid width: expected a line that fits the page; it is ${points} points too wide`;
}

function targetIn(line: string): string | null {
  const [, label] =
    /^LaTeX Warning: (?:Hyper r|R)eference `([^']+)' .*undefined/.exec(line) ??
    /name\{([^}]+)\} has been referenced but does not exist/.exec(line) ??
    [];
  return label === undefined ? null : `Unknown target \`${label}\` of a reference: expected an anchor of the paper`;
}

function glyphIn(line: string): string | null {
  const [, glyph, font] = /^Missing character: There is no (.+) in font ([^\s!]+)/.exec(line) ?? [];
  return glyph === undefined ? null : `Missing character \`${glyph}\` in the font ${font}: expected one that it has`;
}

const levels = { 'untidy-preprint': 'warning', 'failed-preprint': 'error' } as const;

const toMessage = ({ rule, reason }: LogProblem, { file, line }: Source): Message =>
  createMessageOf({ id: rule, level: levels[rule] }, reason, {
    file,
    position: line === null ? undefined : { line, column: 1 },
  });
