import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Formatter } from '../bibliography/index.ts';
import type { Consideration } from '../model/consideration.ts';
import type { Forecast } from '../model/forecast.ts';
import { createMessage } from '../model/message.ts';
import { findDeepNode, reasonOfDepth } from '../model/nesting.ts';
import type { Term } from '../model/glossary.ts';
import type { Strings } from '../model/strings/index.ts';
import type { Library } from '../model/work.ts';
import { remarkAnchors } from './anchors.ts';
import { remarkMalformedCitations } from './citation-syntax/index.ts';
import { remarkCitations } from './citations.ts';
import { remarkComponents } from './components.ts';
import { remarkEquations } from './equations.ts';
import { remarkFindings } from './findings.ts';
import { remarkForecasts } from './forecasts.ts';
import { remarkFootnotes } from './footnotes.ts';
import { remarkFormulas } from './formulas.ts';
import { remarkHeadings } from './headings.ts';
import { remarkImages } from './images.ts';
import { remarkInlineLinks } from './inline-links.ts';
import { remarkLabels } from './labels.ts';
import { remarkNestedLinks } from './nested-links.ts';
import { remarkPrograms } from './programs.ts';
import { remarkReferences } from './references.ts';
import { createSyntax } from './syntax.ts';
import { remarkTerms } from './terms.ts';
import { remarkWithheld } from './withheld.ts';

type ParserOptions = {
  library: Library;
  /** False where a file of it could not be read. */
  libraryIsWhole: boolean;
  formatter: Formatter;
  /** Keys of entries about which there is a message already. */
  broken: ReadonlySet<string>;
  /** Formulas printed so far, by kind and TeX: shared by the essays of a review. */
  printed: Map<string, string>;
  strings: Strings;
  /** Hosts whose pages may be embedded. */
  embeds: readonly string[];
  /** What findings may bear on. */
  considerations: readonly Consideration[];
  /** What `Forecast` may name. */
  forecasts: readonly Forecast[];
  /** What `Term` may name. */
  glossary: readonly Term[];
};

/** Text of an essay → its one tree. Messages are added to the file; a syntax that cannot be read throws a `VFileMessage`. */
export type EssayProcessor = (file: VFile) => Root;

/** THE ordered list: what happens to an essay between its text and its tree. */
export function createEssayProcessor(options: ParserOptions): EssayProcessor {
  const processor = createSyntax()
    // Comments and programs go first, so that nothing below meets an expression.
    .use(remarkPrograms)
    // Before anything collects what withheld text holds: links' addresses, footnotes, headings, works.
    .use(remarkWithheld)
    // From here on `[text][name]` is a link like any other.
    .use(remarkInlineLinks)
    .use(remarkMalformedCitations)
    .use(remarkComponents, options)
    .use(remarkEquations)
    .use(remarkFindings, options)
    .use(remarkNestedLinks)
    .use(remarkForecasts, options)
    .use(remarkTerms, options)
    .use(remarkImages)
    .use(remarkFormulas, options)
    .use(remarkFootnotes)
    // Anchors are made of headings as written, before citations are printed into them.
    .use(remarkHeadings)
    .use(remarkAnchors)
    .use(remarkCitations, options)
    // A reference to a section prints its heading, with its citations as printed.
    .use(remarkLabels, options)
    // Last, so that no plugin takes the references' links for the author's.
    .use(remarkReferences);
  return (file) => {
    const tree = processor.parse(file);
    refuseDepth(tree, file);
    processor.runSync(tree, file);
    return tree;
  };
}

/** Plugins and renderers call themselves once a level: a tree that would end their stack is not shown to them. */
function refuseDepth(tree: Root, file: VFile): void {
  const deep = findDeepNode(tree);
  if (deep !== null)
    throw createMessage('nested-too-deep', reasonOfDepth, { file: file.path, position: deep.position });
}
