import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeFilesAtomic } from '../../src/build/write-files-atomic.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { isError } from '../../src/engine/model/message.ts';
import { createReview } from '../../src/engine/new-review.ts';
import { createParseCache, parseReview } from '../../src/engine/parse-review.ts';
import { readSources } from '../../src/engine/read-review.ts';
import type { NewOptions, CommandResult } from './run-new.ts';

export type NewReviewContext = {
  root: string;
  /** Asks whether to continue. Returns null without a terminal. */
  confirm: (question: string) => Promise<boolean | null>;
};

/** Replaces the review of a clone by an empty one, after confirmation. */
export async function runNewReview(
  title: string,
  { question = '', locale = 'en-US', author = [], yes = false }: NewOptions,
  { root, confirm }: NewReviewContext,
): Promise<CommandResult> {
  const texts = createReview({ title, question, locale, authors: author });
  const parsed = parseReview(
    { texts, unreadable: new Map(), files: new Set(texts.keys()), images: new Map() },
    createParseCache(),
  );
  const errors = parsed.messages.filter(isError);
  if (errors.length > 0) return { lines: [formatMessages(errors).trimEnd(), nothing], code: 1 };
  const outdated = [...readSources(root).files].filter((path) => !texts.has(path));
  const agreed = yes || (await confirm(`${describe(outdated)} Go on?`));
  if (agreed === null) return { lines: [`${describe(outdated)} Add \`--yes\` to go on.`, nothing], code: 1 };
  if (!agreed) return { lines: [nothing], code: 1 };
  writeFilesAtomic(root, texts);
  for (const path of outdated) rmSync(join(root, path), { force: true });
  for (const folder of ['content/essays', 'content/posts', 'bibliography'])
    rmSync(join(root, folder), { recursive: true, force: true });
  return { lines: [`Wrote ${[...texts.keys()].join(', ')}.`, advice], code: 0 };
}

const nothing = 'Nothing was changed.';
const advice = 'It is an empty review: `npm run dev` shows it, and its first page says what to do next.';

function describe(outdated: readonly string[]): string {
  const essays = outdated.filter((path) => path.endsWith('/index.mdx')).length;
  const libraries = outdated.filter((path) => path.endsWith('.bib')).length;
  return `This replaces the review in content/ and bibliography/: ${essays} essays, ${libraries} .bib files and ${outdated.length - essays - libraries} other files are deleted. What is committed stays in the history of git.`;
}
