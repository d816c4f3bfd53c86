import type { YAMLParseError } from 'yaml';

type SyntaxError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

const tabs = 'expected spaces as indentation, not tabs';

/** What an author should write, by the package's code of any of the errors. */
const byCode: readonly (readonly [SyntaxError['code'], string])[] = [
  ['TAB_AS_INDENT', tabs],
  [
    'MULTILINE_IMPLICIT_KEY',
    'expected fields such as `name: value` at the same indentation; put a value of several lines in quotes',
  ],
  ['BLOCK_AS_IMPLICIT_KEY', 'expected one `: ` in a line; put a value that contains `: ` in quotes'],
];

/** What an author should write, by the package's message about the first error. */
const byMessage: readonly (readonly [RegExp, string])[] = [
  [/^Missing closing ["']quote.*/, 'expected the closing quote of a value; it is missing here or in a line above'],
  [/^Plain value cannot start with .* (\S)$/, 'expected no `$1` at the beginning of a value; put the value in quotes'],
  [/^Flow .* end with a (\S)$/, 'expected `$1` at the end of a value; it is missing here or in a line above'],
  [/^Implicit map keys need.*/, 'expected a field such as `name: value`; put a value of several lines in quotes'],
  [/^All mapping items must.*/, 'expected the fields of an item at the same indentation'],
];

/** Returns what to write instead of a common mistake. For other mistakes, returns the package's first message. */
export function syntaxReason(errors: readonly SyntaxError[], text: string): string {
  const [first] = errors;
  if (text[(first?.pos[0] ?? 0) - 1] === '\t') return tabs;
  const codes = new Set(errors.map(({ code }) => code));
  const ofCode = byCode.find(([code]) => codes.has(code));
  if (ofCode !== undefined) return ofCode[1];
  const message = first?.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
  const [pattern, instead = ''] = byMessage.find(([known]) => known.test(message)) ?? [];
  return pattern === undefined ? message : message.replace(pattern, instead);
}
