import { isBibliographyFile } from '../model/content-files.ts';
import type { Location } from '../model/message.ts';
import { textsOf } from '../model/published.ts';
import type { Review } from '../model/review.ts';

/** A comment that turns a rule off for some lines, with a reason. */
export type Allowance = {
  rule: string;
  /** Empty if none is given. */
  reason: string;
  location: Location;
  /** First and last line that it covers. */
  covers: { from: number; to: number };
};

const wording = /^allow\s+([\w-]+)\s*(?::\s*([\s\S]*))?$/;
const ofBib = /^\s*%\s*(allow\s.*)$/;
const ofYaml = /(?:^|\s)#\s*(allow\s.*)$/;

/**
 * Reads all allowances of a review: a comment `allow rule-id: reason` before or within a block of an essay, `% allow …`
 * before an entry, and `# allow …` in YAML and frontmatter before a line or at its end.
 */
export function readAllowances({ texts, ...review }: Review): Allowance[] {
  const files = [...texts].filter(([, text]) => text.includes('allow'));
  return [
    ...textsOf(review).flatMap(({ path, comments }) =>
      comments.flatMap(({ text, position, covers }) => parse(text, { file: path, position }, covers)),
    ),
    ...files.flatMap(([file, text]) => {
      if (isBibliographyFile(file)) return inLines(file, text.split('\n'), ofBib);
      return inLines(file, yamlOf(file, text), ofYaml);
    }),
  ];
}

function parse(text: string, location: Location, covers: Allowance['covers']): Allowance[] {
  const match = wording.exec(text.trim());
  return match === null ? [] : [{ rule: match[1] ?? '', reason: (match[2] ?? '').trim(), location, covers }];
}

/** Returns the lines of a YAML file, or of an essay's frontmatter. */
function yamlOf(file: string, text: string): string[] {
  if (file.endsWith('.yaml')) return text.split('\n');
  const frontmatter = /^---\n[\s\S]*?\n---$/m.exec(text);
  return frontmatter?.index === 0 ? frontmatter[0].split('\n') : [];
}

function inLines(file: string, lines: readonly string[], pattern: RegExp): Allowance[] {
  return lines.flatMap((line, index) => {
    const match = pattern.exec(line);
    if (match === null) return [];
    const column = match.index + match[0].length - match[0].trimStart().length + 1;
    const position = { start: { line: index + 1, column }, end: { line: index + 1, column: line.length + 1 } };
    return parse(match[1] ?? '', { file, position }, coveredBy(index, lines));
  });
}

/**
 * Returns the lines that a comment covers: its own line if the comment follows other text, else the next line or entry.
 */
function coveredBy(index: number, lines: readonly string[]): Allowance['covers'] {
  if (!isComment(lines[index] ?? '')) return { from: index + 1, to: index + 1 };
  const next = lines.findIndex((line, at) => at > index && line.trim() !== '' && !isComment(line));
  if (next === -1) return { from: index + 1, to: index + 1 };
  return { from: next + 1, to: (lines[next] ?? '').startsWith('@') ? endOfEntry(next, lines) : next + 1 };
}

const isComment = (line: string): boolean => /^\s*[%#]/.test(line);

function endOfEntry(start: number, lines: readonly string[]): number {
  const next = lines.findIndex((line, at) => at > start && line.startsWith('@'));
  return next === -1 ? lines.length : next;
}
