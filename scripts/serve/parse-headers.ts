/** Returns the headers that a host sends for a path, by name in lower case. */
type HeadersOf = (path: string) => Record<string, string>;

type Rule = { pattern: RegExp; lines: readonly string[] };

/**
 * Parses a `_headers` file as Cloudflare Pages does. All rules that match a path apply in order, headers of the same
 * name are joined, and `! Name` removes earlier ones.
 */
export function parseHeaders(text: string): HeadersOf {
  const rules = text
    .split(/^(?=\/)/m)
    .filter((block) => block.startsWith('/'))
    .map(parseRule);
  return (path) => {
    const headers = new Map<string, string>();
    for (const { lines } of rules.filter(({ pattern }) => pattern.test(path)))
      for (const line of lines) applyLine(line, headers);
    return Object.fromEntries(headers);
  };
}

function parseRule(block: string): Rule {
  const [path = '', ...lines] = block.split('\n').map((line) => line.trim());
  const pattern = path.split('*').map(RegExp.escape).join('.*');
  return { pattern: new RegExp(`^${pattern}$`), lines: lines.filter((line) => line !== '' && !line.startsWith('#')) };
}

function applyLine(line: string, headers: Map<string, string>): void {
  const [, drops = '', name = '', value = ''] = /^(!?)\s*([^:]+)(?::\s*(.*))?$/.exec(line) ?? [];
  const key = name.trim().toLowerCase();
  const before = headers.get(key);
  if (drops === '!') headers.delete(key);
  else headers.set(key, before === undefined ? value : `${before}, ${value}`);
}
