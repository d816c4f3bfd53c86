import { isMap, isSeq, parseDocument, type Document, type YAMLMap, type YAMLSeq } from 'yaml';
import { entryHash } from './bibliography/index.ts';
import type { ReadRecord, WorkSupport } from './model/support.ts';
import type { Library } from './model/work.ts';

/** The fields of a record, in output order. */
const order = ['entry', 'verdict', 'lacks', 'read', 'where', 'page', 'on', 'says'] as const;

/** The first line of a `support.yaml`. */
const head = '# What each cited sentence was checked against, and how its source was read.\n';

export type NewRecord = {
  /** Normal form of the sentence. */
  sentence: string;
  key: string;
  value: WorkSupport;
  /** The existing records, and the sentences of the essay in document order. */
  records: readonly ReadRecord[];
  sentences: readonly string[];
};

/**
 * Returns the text of a `support.yaml` with a record of a sentence and a work added or replaced. A new sentence is
 * inserted after the sentence that precedes it in the essay. Comments, order and quotes of the rest are preserved.
 */
export const writeRecord = (text: string, record: NewRecord): string =>
  change(text, (document, list) => put(document, list, record));

/**
 * Like `writeRecord`, but the record at `index` is about an earlier version of the sentence: its entry for the work is
 * moved, or its sentence replaced.
 */
export function moveRecord(text: string, index: number, record: NewRecord): string {
  const { sentence, key, records } = record;
  return change(text, (document, list) => {
    const former = list.items[index];
    const others = worksIn(former).filter(([name]) => name !== key);
    if (others.length === 0 && !records.some(({ normal }) => normal === sentence))
      return document.setIn([index, 'sentence'], sentence);
    put(document, list, record);
    if (isMap(former)) former.deleteIn(['works', key]);
    if (others.length === 0) list.items.splice(list.items.indexOf(former), 1);
  });
}

function put(document: Document, list: YAMLSeq, { sentence, key, value, records, sentences }: NewRecord): void {
  const index = records.findIndex(({ normal }) => normal === sentence);
  const fields = Object.fromEntries(
    order.flatMap((field) => (value[field] === undefined ? [] : [[field, value[field]]])),
  );
  if (index !== -1) return document.setIn([index, 'works', key], document.createNode(fields));
  const before = sentences.slice(0, sentences.indexOf(sentence));
  const after = records.findLastIndex(({ normal }) => before.includes(normal));
  list.items.splice(after + 1, 0, document.createNode({ sentence, works: { [key]: fields } }));
}

/** Adds the hash of the entry to each record that has none. Returns the text and the number of hashes added. */
export function addEntryHashes(text: string, library: Library): { text: string; added: number } {
  let added = 0;
  const changed = change(text, (document, list) => {
    for (const record of list.items)
      for (const [key, fields] of worksIn(record)) {
        const work = library.get(key);
        if (work === undefined || fields.has('entry')) continue;
        fields.items.unshift(document.createPair('entry', entryHash(work)));
        added += 1;
      }
  });
  return added === 0 ? { text, added } : { text: changed, added };
}

function worksIn(record: unknown): [string, YAMLMap][] {
  const works: unknown = isMap(record) ? record.get('works') : null;
  if (!isMap(works)) return [];
  return works.items.flatMap(({ key, value }): [string, YAMLMap][] => (isMap(value) ? [[String(key), value]] : []));
}

/** @throws Error if the text is not a readable list; `npm run check` reports the reason. */
function change(text: string, edit: (document: Document, list: YAMLSeq) => void): string {
  const document: Document = parseDocument(text.trim() === '' ? `${head}[]` : text);
  const list: unknown = document.contents;
  if (document.errors.length > 0 || !isSeq(list))
    throw new Error('The support file cannot be read. Run `npm run check` to see why.');
  list.flow = false;
  edit(document, list);
  return document.toString({ lineWidth: 0 });
}
