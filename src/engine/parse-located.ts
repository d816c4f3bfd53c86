import type * as z from 'zod';
import { contentFiles, optionalFiles, type ContentFile } from './model/content-files.ts';
import { createMessage, type Message } from './model/message.ts';
import type { Located } from './model/review.ts';
import type { Sources } from './parse-review.ts';
import { parseYaml } from './yaml/index.ts';

/** Parses the YAML files of a review. A missing or invalid file is null and adds to `messages`. */
export const parseContentFiles = (sources: Sources, messages: Message[]) => ({
  config: parseLocated(sources, contentFiles.config, messages),
  domains: parseLocated(sources, contentFiles.domains, messages),
  considerations: parseLocated(sources, contentFiles.considerations, messages),
  authors: parseLocated(sources, contentFiles.authors, messages),
  remarks: parseLocated(sources, contentFiles.remarks, messages),
  posts: parseLocated(sources, contentFiles.posts, messages),
  verified: parseLocated(sources, contentFiles.verified, messages),
  audits: parseLocated(sources, contentFiles.audits, messages),
  changes: parseLocated(sources, contentFiles.changes, messages),
  searches: parseLocated(sources, contentFiles.searches, messages),
  forecasts: parseLocated(sources, contentFiles.forecasts, messages),
  glossary: parseLocated(sources, contentFiles.glossary, messages),
});

export type ContentValues = ReturnType<typeof parseContentFiles>;

export type CompleteContentValues = { [Name in keyof ContentValues]: NonNullable<ContentValues[Name]> };

/** Reports whether no file is null. */
export const areAllRead = (files: ContentValues): files is CompleteContentValues =>
  Object.values(files).every((file) => file !== null);

/** Parses a YAML file of the review. Returns null and adds to `messages` if it is missing or invalid. */
function parseLocated<Schema extends z.ZodType>(
  { texts, unreadable }: Sources,
  { file, schema }: ContentFile<Schema>,
  messages: Message[],
): Located<z.infer<Schema>> | null {
  if (unreadable.has(file)) return null;
  const text = texts.get(file) ?? optionalFiles.get(file);
  if (text === undefined) {
    messages.push(createMessage('missing-file', `Missing file \`${file}\``, { file }));
    return null;
  }
  const { value, positionOf, messages: fileMessages } = parseYaml({ file, text }, schema);
  messages.push(...fileMessages);
  return value === null ? null : { file, value, positionOf };
}
