/** The formats of full exports, by file extension. */
export type ExportFormat = 'bib' | 'ris' | 'csl.json';

/** Returns the part of a full export with these keys, in their order. */
export function pickEntries(whole: string, format: ExportFormat, keys: readonly string[]): string {
  const entries = new Map(entriesIn(whole, format).map((entry) => [keyOf(entry, format), entry]));
  const picked = keys.flatMap((key) => entries.get(key) ?? []);
  return format === 'csl.json' ? `[\n${picked.join(',\n')}\n]\n` : picked.join('\n');
}

function entriesIn(whole: string, format: ExportFormat): string[] {
  if (format === 'bib') return whole.split(/\n(?=@)/);
  if (format === 'ris') return whole.split(/(?<=^ER {2}- \n)\n?/m);
  return whole.split(/,?\n/).filter((line) => line.startsWith('{'));
}

function keyOf(entry: string, format: ExportFormat): string {
  if (format === 'bib') return /^@\w+\{([^,]*),/.exec(entry)?.[1] ?? '';
  if (format === 'ris') return /^ID {2}- (.*)$/m.exec(entry)?.[1] ?? '';
  return (JSON.parse(entry) as { id: string }).id;
}
