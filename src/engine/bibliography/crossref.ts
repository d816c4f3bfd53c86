import { plainValue, type Field } from './fields.ts';

type Parents = ReadonlyMap<string, { type: string; fields: readonly Field[] }>;

/** What a part does not take from the whole that it stands in. */
const ownOnly = new Set([
  'crossref',
  'xref',
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

const wholes: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  titleaddon: 'booktitleaddon',
};
const parts = new Set([
  'inproceedings',
  'conference',
  'incollection',
  'inbook',
  'inreference',
  'suppbook',
  'suppcollection',
]);

/** An entry's fields with those that its `crossref` hands down, as BibLaTeX does: the whole's title is the part's book title. */
export function inherit(type: string, fields: Field[], known: Parents): Field[] {
  const crossref = fields.find(({ name }) => name === 'crossref');
  const parent = crossref === undefined ? undefined : known.get(plainValue(crossref.value, new Map()).trim());
  if (parent === undefined) return fields;
  const handed = parent.fields.flatMap((field) => {
    if (ownOnly.has(field.name)) return [];
    const name = parts.has(type) ? nameInPart(field.name, type) : field.name;
    return fields.some((own) => own.name === name) ? [] : [{ ...field, name }];
  });
  return [...fields, ...handed];
}

function nameInPart(name: string, type: string): string {
  if (name === 'author' && type === 'inbook') return 'bookauthor';
  return wholes[name] ?? name;
}
