import type { YAMLParseError } from 'yaml';

type SyntaxError = Pick<YAMLParseError, 'code' | 'message' | 'pos'>;

/** Returns what to write instead of the most common mistakes, else the package's own words about the first error. */
export function syntaxReason(errors: readonly SyntaxError[], text: string): string {
  const codes = new Set(errors.map(({ code }) => code));
  const said = errors[0]?.message.split('\n')[0]?.replace(/ at line \d+, column \d+:?$/, '') ?? '';
  if (codes.has('TAB_AS_INDENT') || text[(errors[0]?.pos[0] ?? 0) - 1] === '\t')
    return 'expected spaces as indentation, not tabs';
  if (codes.has('MULTILINE_IMPLICIT_KEY')) return 'expected the fields of an item at the same indentation';
  if (codes.has('BLOCK_AS_IMPLICIT_KEY')) return 'expected quotes around a text that contains `: `';
  return codes.has('BAD_SCALAR_START') ? `${said}; write the text in quotes` : said;
}
