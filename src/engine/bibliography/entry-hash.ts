import { createHash } from 'node:crypto';
import type { Work } from '../model/work.ts';

/**
 * Returns the first eight hexadecimal digits of the SHA-256 of what identifies a work: title, authors, year and
 * identifier.
 */
export function entryHash({ title, names, authorsTruncated, year, doi, arxiv, url }: Work): string {
  const identifier = doi ?? arxiv ?? url;
  const content = JSON.stringify([title, names, authorsTruncated, year, identifier]);
  return createHash('sha256').update(content).digest('hex').slice(0, 8);
}
