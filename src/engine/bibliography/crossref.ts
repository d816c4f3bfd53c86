import { plainValue, type Field } from './fields.ts';

/** An entry with only the fields that are written in it. */
type UnresolvedEntry = { type: string; key: string; ownFields: Field[] };

/** Fields that a part does not inherit from its `crossref` parent. */
const ownOnly = new Set([
  'crossref',
  'xref',
  'xdata',
  'ids',
  'label',
  'shorttitle',
  'abstract',
  'keywords',
  'file',
  'note',
  'pages',
  'doi',
  'url',
  'urldate',
  'eprint',
  'eprinttype',
  'eprintclass',
  'pagetotal',
]);

const wholes = new Map([
  ['title', 'booktitle'],
  ['subtitle', 'booksubtitle'],
  ['titleaddon', 'booktitleaddon'],
]);
const parts = new Set([
  'inproceedings',
  'conference',
  'incollection',
  'inbook',
  'inreference',
  'suppbook',
  'suppcollection',
]);

/** Returns the keys that an `xdata` or `crossref` field names, in order. */
export const keysIn = (field: Field | undefined): string[] =>
  field === undefined
    ? []
    : plainValue(field.value, new Map())
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== '');

type Known = ReadonlyMap<string, UnresolvedEntry>;

/** Returns an entry's fields and those of each of its `xdata` entries, as if they were written in it. */
export function withData(entry: UnresolvedEntry, known: Known, above: readonly string[] = []): Field[] {
  return parentsOf(entry, 'xdata', { known, above })
    .filter(({ type }) => type === 'xdata')
    .map((parent) => withData(parent, known, [...above, entry.key]).filter(isShared))
    .reduce<Field[]>(withMissing, entry.ownFields);
}

/**
 * Returns an entry's fields, those of its `xdata`, and those inherited from its `crossref` as in BibLaTeX: the title of
 * the parent is the book title of the part.
 */
export function inherit(entry: UnresolvedEntry, known: Known, above: readonly string[] = []): Field[] {
  const { type, key } = entry;
  const handed = parentsOf(entry, 'crossref', { known, above })
    .flatMap((parent) => inherit(parent, known, [...above, key]))
    .filter(({ name }) => !ownOnly.has(name))
    .map((field) => ({ ...field, name: parts.has(type) ? nameInPart(field.name, type) : field.name }));
  return withMissing(withData(entry, known), handed);
}

/** Returns the entries that a field names, without those that would create a cycle. */
const parentsOf = (
  { key, ownFields }: UnresolvedEntry,
  name: 'xdata' | 'crossref',
  { known, above }: { known: Known; above: readonly string[] },
): UnresolvedEntry[] =>
  keysIn(ownFields.find((field) => field.name === name)).flatMap((parent) =>
    parent === key || above.includes(parent) ? [] : (known.get(parent) ?? []),
  );

const isShared = ({ name }: Field): boolean => name !== 'xdata' && name !== 'crossref' && name !== 'ids';

const withMissing = (fields: Field[], more: readonly Field[]): Field[] => [
  ...fields,
  ...more.filter(({ name }, index) => {
    const isFirst = more.findIndex((other) => other.name === name) === index;
    return isFirst && fields.every((field) => field.name !== name);
  }),
];

function nameInPart(name: string, type: string): string {
  if (name === 'author' && type === 'inbook') return 'bookauthor';
  return wholes.get(name) ?? name;
}
