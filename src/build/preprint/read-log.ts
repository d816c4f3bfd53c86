import { createMessageOf, type Message } from '../../engine/model/message.ts';

/** Tolerated excess of a line's width in points, too small to be visible. */
const allowedExcess = 10;

/**
 * Parses LaTeX's log into messages, each at the block of the essay that the text comes from. `file` is used if the log
 * names none. If LaTeX stopped, only its error is returned, because the others may be its consequences.
 */
export function readLatexLog(log: string, file: string): Message[] {
  const problems: LocatedProblem[] = [];
  let source: Source = { file, line: null };
  for (const [index, line] of log.split('\n').entries()) {
    source = sourceIn(line, file) ?? source;
    const problem = problemIn(line, () => textBeforeStop(log, index));
    if (problem !== null) problems.push({ ...problem, source });
  }
  const errors = problems.filter(({ rule }) => rule === 'failed-preprint');
  return (errors.length > 0 ? errors.slice(0, 1) : problems).map(messageOf);
}

/** Returns what LaTeX had read of the line when it stopped: a few words of TeX. */
function textBeforeStop(log: string, index: number): string {
  const lines = log.split('\n').slice(index, index + 12);
  const read = lines.map((line) => /^l\.\d+ (.*)$/.exec(line)?.[1]).find((text) => text !== undefined);
  return read === undefined || read.trim() === '' ? '' : ` after \`${read.trim().slice(-60)}\``;
}

type Source = { file: string; line: number | null };

function sourceIn(line: string, paper: string): Source | null {
  // Messages at the end of the paper belong to no block.
  if (line.endsWith('.aux)')) return { file: paper, line: null };
  const [, file, number] = /^source (.+):(\d+)$/.exec(line) ?? [];
  return file === undefined ? null : { file, line: Number(number) };
}

type LogProblem = { rule: 'untidy-preprint' | 'failed-preprint'; reason: string };
type LocatedProblem = LogProblem & { source: Source };

function problemIn(line: string, formatStop: () => string): LogProblem | null {
  const untidy = excessIn(line) ?? targetIn(line) ?? glyphIn(line);
  if (untidy !== null) return { rule: 'untidy-preprint', reason: untidy };
  const error = /^(?:! |\S+\.tex:\d+: )(.+)$/.exec(line)?.[1];
  if (error === undefined) return null;
  const reason = `Invalid LaTeX: expected a paper that can be typeset; LaTeX says “${error.replace(/\.$/, '')}”${formatStop()}`;
  return { rule: 'failed-preprint', reason };
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

const messageOf = ({ rule, reason, source: { file, line } }: LocatedProblem): Message =>
  createMessageOf({ id: rule, level: levels[rule] }, reason, {
    file,
    position: line === null ? undefined : { line, column: 1 },
  });
