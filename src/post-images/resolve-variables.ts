/**
 * Replaces the CSS variables of an SVG by their values: those that it declares itself outside `@media`, otherwise the
 * fallback after the comma. `unresolved` names variables that have neither.
 */
export function resolveVariables(svg: string): { svg: string; unresolved: string[] } {
  const outsideMedia = svg.replace(/@media[^{]*\{(?:[^{}]*\{[^{}]*\})*[^{}]*\}/g, '');
  const values = new Map(
    [...outsideMedia.matchAll(/(--[\w-]+)\s*:\s*([^;}"]+)/g)].map(([, name = '', value = '']) => [name, value.trim()]),
  );
  const unresolved = new Set<string>();
  let resolved = svg;
  // A value may contain another variable. No drawing nests ten levels deep.
  for (let depth = 0; depth < 10 && resolved.includes('var('); depth += 1)
    resolved = resolved.replace(
      /var\(\s*(--[\w-]+)\s*(?:,\s*([^()]*(?:\([^()]*\)[^()]*)*))?\)/g,
      (_, name: string, fallback?: string) => {
        const value = values.get(name) ?? fallback?.trim();
        if (value === undefined) unresolved.add(name);
        return value ?? 'currentColor';
      },
    );
  return { svg: resolved, unresolved: [...unresolved] };
}
