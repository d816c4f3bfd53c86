import * as z from 'zod';

const group = z.number().optional();
const Pattern = z.object({
  regexp: z.string(),
  kind: z.literal('file').optional(),
  file: group,
  line: group,
  column: group,
  endLine: group,
  endColumn: group,
  severity: group,
  message: group,
  code: group,
  loop: z.boolean().optional(),
});
type Pattern = z.infer<typeof Pattern>;

/** A problem matcher of `tasks.json`: a line with a file, and below it any number of lines with problems. */
export const Matcher = z.object({ owner: z.string(), severity: z.string(), pattern: z.tuple([Pattern, Pattern]) });

export type Problem = {
  file: string;
  line: number | null;
  column: number | null;
  severity: string;
  message: string;
  code: string;
};

/**
 * Returns the problems that an editor finds in an output. As VS Code documents, a loop ends at the first line that does
 * not match, and a problem without a line is dropped unless its kind is `file`.
 */
export function matchProblems(output: string, { severity, pattern: [head, loop] }: z.infer<typeof Matcher>): Problem[] {
  const problems: Problem[] = [];
  let file: string | null = null;
  for (const line of output.split('\n')) {
    const match = file === null ? null : new RegExp(loop.regexp).exec(line);
    if (match === null) {
      const headMatch = new RegExp(head.regexp).exec(line);
      file = headMatch && textOf(headMatch, head.file);
    } else if (head.kind === 'file' || numberOf(match, loop.line) !== null)
      problems.push({ file: file ?? '', ...readProblem(match, loop, severity) });
  }
  return problems;
}

function readProblem(match: RegExpExecArray, pattern: Pattern, defaultSeverity: string): Omit<Problem, 'file'> {
  const severity = textOf(match, pattern.severity);
  return {
    line: numberOf(match, pattern.line),
    column: numberOf(match, pattern.column),
    severity: ['error', 'warning', 'info'].includes(severity) ? severity : defaultSeverity,
    message: textOf(match, pattern.message),
    code: textOf(match, pattern.code),
  };
}

const textOf = (match: RegExpExecArray, index: Pattern['file']): string =>
  index === undefined ? '' : (match[index] ?? '');

function numberOf(match: RegExpExecArray, index: Pattern['line']): number | null {
  const text = textOf(match, index);
  return text === '' ? null : Number(text);
}
