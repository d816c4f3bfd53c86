import { stringify } from 'yaml';
import { aboutFile, contentFiles } from './model/content-files.ts';
import { stringsOf } from './model/strings/index.ts';
import { toUrlSegment } from './model/url-segment.ts';

type NewReview = {
  title: string;
  question: string;
  /** For example `de-DE`. */
  locale: string;
  /** Names of people. */
  authors: readonly string[];
};

/**
 * Creates the texts of a review without essays and works, by path from the project's root.
 *
 * @throws Error if the locale is not supported.
 */
export function createReview({ title, question, locale, authors }: NewReview): Map<string, string> {
  const { start } = stringsOf(locale);
  const config = {
    title,
    question,
    abstract: start.abstract(question),
    baseUrl: 'https://example.org/',
    essays: [],
    locale,
    licence: { name: 'CC BY 4.0', url: 'https://creativecommons.org/licenses/by/4.0/' },
  };
  const about = { title: start.about, description: start.aboutDescription };
  const people = authors.map((name) => ({ id: toUrlSegment(name), name }));
  return new Map([
    [contentFiles.config.file, `# Replace abstract, baseUrl and licence before you publish.\n${print(config)}`],
    [contentFiles.domains.file, '[]\n'],
    [contentFiles.authors.file, people.length === 0 ? `${authorsComment}[]\n` : print(people)],
    [contentFiles.remarks.file, '{}\n'],
    [aboutFile, `---\n${print(about)}---\n\n${start.aboutText}\n`],
  ]);
}

const authorsComment =
  '# Write each author as `- { id: ada-example, name: Ada Example }`, in the place of the brackets.\n';

const print = (value: unknown): string => stringify(value, { lineWidth: 0 });
