/** What an author should write, by what the YAML parser says. */
const words: readonly (readonly [RegExp, string])[] = [
  [/^Nested mappings.*/, 'expected one `: ` in a line; put a value that contains `: ` in quotes'],
  [/^Missing closing ["']quote.*/, 'expected the closing quote of a value; it is missing here or in a line above'],
  [/^Plain value cannot start with .* (\S)$/, 'expected no `$1` at the beginning of a value; put the value in quotes'],
  [/^Flow .* end with a (\S)$/, 'expected `$1` at the end of a value; it is missing here or in a line above'],
  [/^Implicit map keys need.*/, 'expected a field such as `name: value`; put a value of several lines in quotes'],
  [/^All mapping items must.*/, 'expected the fields of a group in the same column'],
  [/^Tabs are not allowed.*/, 'expected spaces instead of a tab at the beginning of the line'],
];

/** Says in an author's words what the YAML parser says; a text that is not listed stays as it is. */
export const syntaxReason = (said: string): string => {
  const [pattern, text = ''] = words.find(([known]) => known.test(said)) ?? [];
  return pattern === undefined ? said : said.replace(pattern, text);
};
