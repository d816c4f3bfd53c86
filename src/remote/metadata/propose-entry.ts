import { identify, parseBibliography, type BibliographyFile } from '../../engine/bibliography/index.ts';
import type { Message } from '../../engine/model/message.ts';
import { areTitlesAlike } from '../../engine/model/titles.ts';
import type { Library, Work } from '../../engine/model/work.ts';
import { fetchRecord, type RemoteContext, type Failed } from './fetch-record.ts';
import { findById, findDuplicate, type Duplicate } from './find-duplicate.ts';
import { formatEntry } from './format-entry.ts';
import { makeKey } from './make-key.ts';
import type { WorkRecord } from './record.ts';
import { namesInTitles } from './format-title.ts';

/** The only file that entries are added to, because Zotero overwrites the others. */
export const addedFile = 'bibliography/added.bib';

/** An entry for a work, or the key of the same work in the library and the field by which it was recognised. */
export type Proposal = NewEntry | Known;
export type Known = { kind: 'known' } & Duplicate;
export type NewEntry = { kind: 'entry'; key: string; entry: string; record: WorkRecord };

/** Returns the library's work with the given arXiv id, DOI or address, or null. Makes no requests. */
export function findNamed(text: string, library: Library): Known | null {
  const source = identify(text);
  if (source === null) return null;
  const known = findById(
    source.kind === 'arxiv' ? { arxiv: source.id, doi: null } : { arxiv: null, doi: source.doi },
    library,
  );
  return known && { kind: 'known', ...known };
}

/**
 * Looks up a work by an arXiv id, a DOI or an address.
 *
 * @throws Error if no service answers, for example without a network.
 */
export async function lookUp(
  text: string,
  remote: RemoteContext,
): Promise<{ kind: 'record'; record: WorkRecord } | { kind: 'none'; reason: string }> {
  const source = identify(text);
  if (source === null)
    return {
      kind: 'none',
      reason: `Invalid \`${text}\`: expected an arXiv id, a DOI or an address; for example \`2203.15556\``,
    };
  const fetched = await fetchRecord(source, remote);
  if (fetched.kind === 'failure') {
    throw new Error(
      `No answer from ${fetched.host} (${fetched.why}). Look whether this computer is online and the address is right; nothing was written.`,
    );
  }
  return fetched.kind === 'none' ? { kind: 'none', reason: reasonOf(text, fetched) } : fetched;
}

/** Returns an entry for a record, unless the library has the work. `today` is an ISO day. */
export function proposeEntry(record: WorkRecord, { library, today }: { library: Library; today: string }): Proposal {
  const known = findDuplicate(record, library);
  if (known !== null) return { kind: 'known', ...known };
  const key = makeKey(record, new Set(library.keys()));
  const properNames = namesInTitles([...library.values()].map(({ title }) => title));
  return { kind: 'entry', key, entry: formatEntry(record, { key, today, properNames }), record };
}

function reasonOf(text: string, { status, host }: Extract<Failed, { kind: 'none' }>): string {
  if (status === 404 || status === 410) return `Unknown \`${text}\`: expected a work that ${host} knows`;
  if (status === 200)
    return `Invalid answer of ${host} to \`${text}\`: expected the record of a work; add the entry by hand or with Zotero`;
  return `Invalid answer ${status} of ${host} to \`${text}\`: expected the record of a work; try again later, or add the entry by hand`;
}

/** The new `added.bib` and library. */
export type Added = { text: string; library: Library };

/** Adds an entry at the end of `added.bib`, or returns the messages of the project's own parser about it. */
export function addEntry(
  files: readonly BibliographyFile[],
  { key, entry, record }: NewEntry,
): Added | { messages: Message[] } {
  const before = files.find(({ path }) => path === addedFile)?.text.trimEnd() ?? '';
  const text = `${before === '' ? '' : `${before}\n\n`}${entry}`;
  const { library, messages } = parseBibliography([
    ...files.filter(({ path }) => path !== addedFile),
    { path: addedFile, text },
  ]);
  if (messages.length > 0) return { messages };
  const work = library.get(key);
  if (work === undefined || !matchesRecord(work, record)) {
    throw new Error(
      `The entry for \`${key}\` would not be read as it was fetched. Add it by hand, and report what was asked for.`,
    );
  }
  return { text, library };
}

/** Returns true if our parser reads from the entry what was fetched. */
function matchesRecord(work: Readonly<Work>, record: WorkRecord): boolean {
  const people = record.names.length > 0 ? record.names : record.editors;
  const isDatedAlike = work.year === (record.issued[0] ?? null);
  return (
    isDatedAlike &&
    areTitlesAlike(work.title, record.title) &&
    work.names.length === people.length &&
    work.arxiv === (record.arxiv?.id ?? null)
  );
}
