import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import type { BibliographyFile } from '../src/engine/bibliography/index.ts';

/** The review without its essays, and the library's files: what commands about works need. Null, with the messages as text, where it has errors. */
export function readLibrary(root: string): { review: Review; files: BibliographyFile[] } | { review: null; errors: string } {
  const sources = readSources(root);
  const texts = new Map([...sources.texts].filter(([path]) => !path.endsWith('.mdx')));
  const { review, messages } = parseReview({ ...sources, texts }, createParseCache());
  const errors = messages.filter((message) => levelOf(message) === 'error');
  if (review === null || errors.length > 0) return { review: null, errors: formatMessages(errors) };
  return { review, files: [...texts].filter(([path]) => path.endsWith('.bib')).map(([path, text]) => ({ path, text })) };
}
