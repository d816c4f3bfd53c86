/** What an author should write, by the parser's error. */
const rewrites: readonly (readonly [RegExp, string])[] = [
  [/^Nested mappings.*/, 'expected one `: ` in a line; put a value that contains `: ` in quotes'],
  [/^Missing closing ["']quote.*/, 'expected the closing quote of a value; it is missing here or in a line above'],
  [/^Plain value cannot start with .* (\S)$/, 'expected no `$1` at the beginning of a value; put the value in quotes'],
  [/^Flow .* end with a (\S)$/, 'expected `$1` at the end of a value; it is missing here or in a line above'],
  [/^Implicit map keys need.*/, 'expected a field such as `name: value`; put a value of several lines in quotes'],
  [/^All mapping items must.*/, 'expected the fields of a group in the same column'],
  [/^Tabs are not allowed.*/, 'expected spaces instead of a tab at the beginning of the line'],
];

/** Rewrites an error of the YAML parser in an author's words. An error that is not listed is returned unchanged. */
export function syntaxReason(reason: string): string {
  const [pattern, text = ''] = rewrites.find(([known]) => known.test(reason)) ?? [];
  return pattern === undefined ? reason : reason.replace(pattern, text);
}
