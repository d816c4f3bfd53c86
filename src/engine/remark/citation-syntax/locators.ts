/** The spellings of a locator's label, by CSL term. */
const labels: Readonly<Record<string, readonly string[]>> = {
  book: ['book', 'books', 'bk.', 'bks.'],
  chapter: ['chapter', 'chapters', 'chap.', 'chaps.', 'ch.', 'chs.'],
  column: ['column', 'columns', 'col.', 'cols.'],
  figure: ['figure', 'figures', 'fig.', 'figs.'],
  folio: ['folio', 'folios', 'fol.', 'fols.'],
  issue: ['number', 'numbers', 'no.', 'nos.'],
  line: ['line', 'lines', 'l.', 'll.'],
  note: ['note', 'notes', 'n.', 'nn.'],
  opus: ['opus', 'opera', 'op.', 'opp.'],
  page: ['page', 'pages', 'p.', 'pp.'],
  paragraph: ['paragraph', 'paragraphs', 'para.', 'paras.', '¶', '¶¶'],
  part: ['part', 'parts', 'pt.', 'pts.'],
  section: ['section', 'sections', 'sec.', 'secs.', 'sect.', '§', '§§'],
  'sub-verbo': ['sub verbo', 's.v.', 's.vv.'],
  table: ['table', 'tables', 'tab.', 'tabs.'],
  verse: ['verse', 'verses', 'v.', 'vv.'],
  volume: ['volume', 'volumes', 'vol.', 'vols.'],
};

const names = new Map(
  Object.entries(labels).flatMap(([label, written]) => written.map((name) => [name, label] as const)),
);
const escapeName = (name: string): string => name.replace(/[.]/g, '\\.');
const anyName = [...names.keys()]
  .toSorted((a, b) => b.length - a.length)
  .map(escapeName)
  .join('|');

/** A number, a range or a Roman numeral. `units` may have several, separated by commas or ampersands. */
const unit = String.raw`(?:[^\s,;{}[\]]*\d[^\s,;{}[\]]*|[ivxlcdm]+(?:[-–][ivxlcdm]+)?(?!\.?[\p{L}\p{N}]|\.\s|['’]))`;
const units = String.raw`${unit}(?:\s*[,&]\s*${unit})*`;

const explicit = /^,?\s*\{([^{}]*)\}/u;
const labelled = new RegExp(String.raw`^,?\s*(${anyName})\s*(${units})`, 'u');
const bare = new RegExp(String.raw`^,?\s*(?=[\p{L}\p{N}])(${units})`, 'u');

type Locator = { label: string; value: string };

/** Returns the length of the locator at the start of the text after a key, including its comma; 0 if there is none. */
export function lengthOfLocator(text: string): number {
  return (explicit.exec(text) ?? labelled.exec(text) ?? bare.exec(text))?.[0].length ?? 0;
}

/** Parses a locator: `, pp. 3–5` → page 3–5; `{sec. 2}` → section 2; a number alone is a page; null for `{}`. */
export function parseLocator(text: string): Locator | null {
  const inside = explicit.exec(text)?.[1];
  if (inside !== undefined) return inside.trim() === '' ? null : parseWords(inside.trim());
  return parseWords(text.replace(/^,?\s*/, ''));
}

function parseWords(text: string): Locator {
  const match = new RegExp(String.raw`^(${anyName})\s*(.*)$`, 'us').exec(text);
  const label = names.get(match?.[1] ?? '');
  return label === undefined ? { label: 'page', value: text } : { label, value: (match?.[2] ?? '').trim() };
}

/** Formats a locator after a key, such that `parseLocator` restores it: `, p. 3–5`, `, chapter 2`, `{page xyz}`. */
export function formatLocator({ label, value }: Locator): string {
  const name = label === 'page' ? 'p.' : (labels[label]?.[0] ?? label);
  const plain = `, ${name} ${value}`;
  return lengthOfLocator(plain) === plain.length ? plain : `{${name} ${value}}`;
}
