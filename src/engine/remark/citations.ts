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
    /** The essay's reference list, which `remarkReferences` appends. */
    references: Reference[];
  }
}

type CitationOptions = {
  library: Library;
  formatter: Formatter;
  /** False if a file of the library could not be read: it may contain an unknown key. */
  libraryIsWhole: boolean;
  /** Keys of entries that already have a message. */
  broken: ReadonlySet<string>;
};

/** Prints every citation in the review's style, and collects the reference list. Reports unknown keys. */
export function remarkCitations(options: CitationOptions) {
  const { formatter, library, libraryIsWhole, broken } = options;
  return (tree: Root, file: VFile): void => {
    const all = nodesOf(tree, 'citation');
    if (library.size === 0 && libraryIsWhole && broken.size === 0) reportEmptyLibrary(all[0], file);
    const citations = all.filter((citation) => everyWorkIsKnown(citation, options, file));
    const { citations: printed, references } = formatter.formatEssay(citations);
    const occurrences = new Map<string, number[]>();
    citations.forEach((citation, index) => {
      citation.children = printed[index] ?? [];
      citation.occurrence = index + 1;
      for (const { key } of citation.items) addTo(occurrences, key, citation.occurrence);
    });
    if (citations.length < all.length) removeUnprinted(tree);
    file.data.references = references.map(({ key, children }) => ({
      type: 'reference',
      key,
      children,
      occurrences: occurrences.get(key) ?? [],
      position: citations.at(-1)?.position,
    }));
  };
}

/** Reports an empty library once per essay, because the message is the same for all citations. */
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
  // An unreadable library and broken entries already have messages; do not add consequential ones.
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
