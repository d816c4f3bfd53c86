import { plainValue, type Field } from './fields.ts';

/** An entry with the fields that are written in it. */
export type OwnEntry = { type: string; key: string; own: Field[] };

/** What a part does not take from the whole that it stands in. */
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

/** The keys that an `xdata` or `crossref` names, in their order. */
export const keysIn = (field: Field | undefined): string[] =>
  field === undefined
    ? []
    : plainValue(field.value, new Map())
        .split(',')
        .map((key) => key.trim())
        .filter((key) => key !== '');

/**
 * An entry's fields with those that it inherits, as in BibLaTeX: all fields of each `xdata`, as if they were written in
 * the entry, and then those that its `crossref` hands down, where the whole's title is the part's book title.
 */
export function inherit(entry: OwnEntry, known: ReadonlyMap<string, OwnEntry>, above: readonly string[] = []): Field[] {
  const { type, key, own } = entry;
  const parentsOf = (name: string): OwnEntry[] =>
    keysIn(own.find((field) => field.name === name)).flatMap((parent) =>
      parent === key || above.includes(parent) ? [] : (known.get(parent) ?? []),
    );
  const fieldsOf = (parent: OwnEntry): Field[] => inherit(parent, known, [...above, key]);
  const written = parentsOf('xdata').reduce(
    (fields, parent) => withMissing(fields, parent.type === 'xdata' ? fieldsOf(parent).filter(isShared) : []),
    own,
  );
  const handed = parentsOf('crossref').flatMap((parent) => fieldsOf(parent).filter(({ name }) => !ownOnly.has(name)));
  return withMissing(
    written,
    handed.map((field) => ({ ...field, name: parts.has(type) ? nameInPart(field.name, type) : field.name })),
  );
}

const isShared = ({ name }: Field): boolean => name !== 'xdata' && name !== 'crossref' && name !== 'ids';

const withMissing = (fields: Field[], more: readonly Field[]): Field[] => [
  ...fields,
  ...more.filter(({ name }, index) => {
    const isFirst = more.findIndex((other) => other.name === name) === index;
    return isFirst && fields.every((own) => own.name !== name);
  }),
];

function nameInPart(name: string, type: string): string {
  if (name === 'author' && type === 'inbook') return 'bookauthor';
  return wholes.get(name) ?? name;
}
