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
  /** False if a file of the library could not be read. */
  libraryIsWhole: boolean;
  formatter: Formatter;
  /** Keys of entries that already have a message. */
  broken: ReadonlySet<string>;
  /** Formulas printed so far, by kind and TeX. Shared by the essays of a review. */
  printed: Map<string, string>;
  strings: Strings;
  /** Hosts whose pages may be embedded. */
  embeds: readonly string[];
  /** The considerations that findings may bear on. */
  considerations: readonly Consideration[];
  /** The forecasts that `Forecast` may refer to. */
  forecasts: readonly Forecast[];
  /** The terms that `Term` may refer to. */
  glossary: readonly Term[];
};

/**
 * Parses the text of an essay to its one tree. Adds messages to the file; throws a `VFileMessage` for a syntax error.
 */
export type EssayProcessor = (file: VFile) => Root;

/** Creates the processor. THE ordered list of all steps from the text of an essay to its tree. */
export function createEssayProcessor(options: ParserOptions): EssayProcessor {
  const processor = createSyntax()
    // First: removes comments and expressions, so that no other plugin has to handle them.
    .use(remarkPrograms)
    // Before any plugin collects withheld content: link addresses, footnotes, headings, works.
    .use(remarkWithheld)
    // From here on, `[text][name]` is a link.
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
    // Before citations are printed into headings: anchors are made from headings as written.
    .use(remarkHeadings)
    .use(remarkAnchors)
    .use(remarkCitations, options)
    // After citations: a reference to a section prints its heading, including printed citations.
    .use(remarkLabels, options)
    // Last, so that other plugins do not treat the links of references as the author's.
    .use(remarkReferences);
  return (file) => {
    const tree = processor.parse(file);
    refuseDepth(tree, file);
    processor.runSync(tree, file);
    return tree;
  };
}

/** Rejects a tree that would overflow the stack of plugins and renderers, which recurse once per level. */
function refuseDepth(tree: Root, file: VFile): void {
  const deep = findDeepNode(tree);
  if (deep !== null)
    throw createMessage('nested-too-deep', reasonOfDepth, { file: file.path, position: deep.position });
}
