import type * as z from 'zod';
import { optionalFiles, type ContentFile } from './model/content-files.ts';
import { createMessage, type Message } from './model/message.ts';
import type { Located } from './model/review.ts';
import type { Sources } from './parse-review.ts';
import { parseYaml } from './yaml/index.ts';

/** Parses a YAML file of the review. Null where it is missing or wrong, which `messages` receives. */
export function parseLocated<Schema extends z.ZodType>(
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
  const { value, positionOf, messages: found } = parseYaml({ file, text }, schema);
  messages.push(...found);
  return value === null ? null : { file, value, positionOf };
}
