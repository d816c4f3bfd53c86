import { identify, parseBibliography, type BibliographyFile } from '../../engine/bibliography/index.ts';
import type { Message } from '../../engine/model/message.ts';
import { areTitlesAlike } from '../../engine/model/titles.ts';
import type { Library, Work } from '../../engine/model/work.ts';
import { fetchRecord, type Asking, type Failed } from './fetch-record.ts';
import { findById, findDuplicate, type Duplicate } from './find-duplicate.ts';
import { formatEntry } from './format-entry.ts';
import { makeKey } from './make-key.ts';
import type { WorkRecord } from './record.ts';
import { namesInTitles } from './format-title.ts';

/** The one file that entries are added to: Zotero overwrites the others. */
export const addedFile = 'bibliography/added.bib';

/** An entry for a work; or the key under which the library has it, and by what that is known. */
export type Proposal = NewEntry | Known;
export type Known = { kind: 'known' } & Duplicate;
export type NewEntry = { kind: 'entry'; key: string; entry: string; record: WorkRecord };

/** The work of the library that an arXiv id, a DOI or an address with one names, without asking anybody; null where there is none. */
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
 * Looks a work up by what an author has of it: an arXiv id, a DOI or an address.
 *
 * @throws Error where no service answers, as without a network.
 */
export async function lookUp(
  text: string,
  asking: Asking,
): Promise<{ kind: 'record'; record: WorkRecord } | { kind: 'none'; reason: string }> {
  const source = identify(text);
  if (source === null)
    return {
      kind: 'none',
      reason: `Invalid \`${text}\`: expected an arXiv id, a DOI or an address; for example \`2203.15556\``,
    };
  const fetched = await fetchRecord(source, asking);
  if (fetched.kind === 'failure') {
    throw new Error(
      `No answer from ${fetched.host} (${fetched.why}). Look whether this computer is online and the address is right; nothing was written.`,
    );
  }
  return fetched.kind === 'none' ? { kind: 'none', reason: reasonOf(text, fetched) } : fetched;
}

/** An entry for what was looked up, if the library does not have the work; `today` is an ISO day. */
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

/** `added.bib` and the library as they are to be. */
export type Added = { text: string; library: Library };

/** The library's files with an entry at the end of `added.bib`; or the messages of the project's own parser against it. */
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
  if (work === undefined || !saysTheSame(work, record)) {
    throw new Error(
      `The entry for \`${key}\` would not be read as it was fetched. Add it by hand, and report what was asked for.`,
    );
  }
  return { text, library };
}

/** What our parser reads in the entry is what was fetched. */
function saysTheSame(work: Readonly<Work>, record: WorkRecord): boolean {
  const people = record.names.length > 0 ? record.names : record.editors;
  const isDatedAlike = work.year === (record.issued[0] ?? null);
  return (
    isDatedAlike &&
    areTitlesAlike(work.title, record.title) &&
    work.names.length === people.length &&
    work.arxiv === (record.arxiv?.id ?? null)
  );
}
