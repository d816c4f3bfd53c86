import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Formatter } from '../bibliography/index.ts';
import type { Citation, Reference } from '../model/nodes.ts';
import type { Library } from '../model/work.ts';
import { suggestionFor } from '../model/suggestion.ts';
import { nodesOf, walk } from '../model/walk.ts';
import { report } from './report.ts';

declare module 'vfile' {
  interface DataMap {
    /** What `remarkCitations` leaves for `remarkReferences`: the essay's reference list. */
    references: Reference[];
  }
}

type CitationOptions = {
  library: Library;
  formatter: Formatter;
  /** False where a file of it could not be read: an unknown key may be in there. */
  libraryIsWhole: boolean;
  /** Keys of entries about which there is a message already. */
  broken: ReadonlySet<string>;
};

/** Prints every citation in the review's style and gathers the reference list; reports keys that no work has. */
export function remarkCitations(options: CitationOptions) {
  const { formatter, library, libraryIsWhole, broken } = options;
  return (tree: Root, file: VFile): void => {
    const written = nodesOf(tree, 'citation');
    if (library.size === 0 && libraryIsWhole && broken.size === 0) reportEmptyLibrary(written[0], file);
    const citations = written.filter((citation) => everyWorkIsKnown(citation, options, file));
    const { citations: printed, references } = formatter.formatEssay(citations);
    const occurrences = new Map<string, number[]>();
    citations.forEach((citation, index) => {
      citation.children = printed[index] ?? [];
      citation.occurrence = index + 1;
      for (const { key } of citation.items) addTo(occurrences, key, citation.occurrence);
    });
    if (citations.length < written.length) removeUnprinted(tree);
    file.data.references = references.map(({ key, children }) => ({
      type: 'reference',
      key,
      children,
      occurrences: occurrences.get(key) ?? [],
      position: citations.at(-1)?.position,
    }));
  };
}

/** One message for all citations of an essay: each would say the same. */
function reportEmptyLibrary(citation: Citation | undefined, file: VFile): void {
  const [item] = citation?.items ?? [];
  if (item === undefined) return;
  const reason = `Unknown citation key \`${item.key}\`: there is no work in \`bibliography/\` yet; add it with \`npm run cite\`, or export a \`.bib\` file into that folder`;
  report(file, item, { rule: 'empty-library', reason });
}

function everyWorkIsKnown(
  { items }: Citation,
  { library, libraryIsWhole, broken }: CitationOptions,
  file: VFile,
): boolean {
  const unknown = items.filter(({ key }) => !library.has(key));
  // Of an unread library and of broken entries there are messages already; none that only follow from them.
  for (const item of library.size === 0 || !libraryIsWhole ? [] : unknown.filter(({ key }) => !broken.has(key))) {
    const suggestion = suggestionFor(item.key, [...library.keys()]) || '; write `\\@` where no work is meant';
    const reason = `Unknown citation key \`${item.key}\`: expected a key of \`bibliography/\`${suggestion}`;
    report(file, item, { rule: 'unknown-work', reason });
  }
  return unknown.length === 0;
}

function addTo(occurrences: Map<string, number[]>, key: string, occurrence: number): void {
  const before = occurrences.get(key) ?? [];
  if (!before.includes(occurrence)) occurrences.set(key, [...before, occurrence]);
}

function removeUnprinted(tree: Root): void {
  walk(tree, (node, index, parent) => {
    if (node.type !== 'citation' || node.occurrence > 0 || parent === undefined) return undefined;
    if (index !== undefined) parent.children.splice(index, 1);
    return index;
  });
}
