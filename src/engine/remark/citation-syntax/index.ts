import type { Processor } from 'unified';
import { citationFromMarkdown } from './from-markdown.ts';
import { citationSyntax } from './syntax.ts';

export { formatKey, keysIn } from './grammar.ts';
export { formatLocator } from './locators.ts';
export { remarkMalformedCitations } from './malformed.ts';

/** Adds Pandoc citations to the syntax of an essay. */
export function remarkCitationSyntax(this: Processor): void {
  const data = this.data();
  (data.micromarkExtensions ??= []).push(citationSyntax());
  (data.fromMarkdownExtensions ??= []).push(citationFromMarkdown());
}
