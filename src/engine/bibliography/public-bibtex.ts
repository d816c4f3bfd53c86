import type { Field } from './fields.ts';

/** Fields that describe the work. All others (files, notes, keywords) are private to the owner of the library. */
const bibliographic = new Set(
  `address afterword annotator archiveprefix author authortype bookauthor booksubtitle booktitle booktitleaddon chapter commentator
   crossref date day doi edition editor editora editorb editorc editortype eid entrysubtype eprint eprintclass eprinttype eventdate
   eventtitle eventtitleaddon foreword holder howpublished institution introduction isan isbn ismn isrn issn issue issuesubtitle
   issuetitle iswc journal journalsubtitle journaltitle journaltitleaddon language langid location mainsubtitle maintitle
   maintitleaddon month nameaddon number organization origdate origlanguage origlocation origpublisher origtitle pages pagetotal
   part primaryclass publisher pubstate reprinttitle school series shortauthor shortjournal shorttitle subtitle title titleaddon
   translator type url urldate venue version volume volumes year`.split(/\s+/),
);

/** Returns true for a field that may be published. */
export const isBibliographic = (name: string): boolean => bibliographic.has(name);

/** Formats the entry for copying: bibliographic fields only, one per line, values as written. */
export function formatBibtex({ type, key, fields }: { type: string; key: string; fields: readonly Field[] }): string {
  const lines = fields
    .filter(({ name }) => isBibliographic(name))
    .map(({ name, value }) => `  ${name} = ${value.replace(/\s*\n\s*/g, ' ')},\n`);
  return `@${type}{${key},\n${lines.join('')}}`;
}
