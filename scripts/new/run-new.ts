import { writeFilesAtomic } from '../../src/build/write-files-atomic.ts';
import { checkReview } from '../../src/engine/checks/check-review.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { isError, type Message } from '../../src/engine/model/message.ts';
import { Domain, type Review } from '../../src/engine/model/review.ts';
import { suggestionFor } from '../../src/engine/model/suggestion.ts';
import { createDomain, createEssay, type NewContent } from '../../src/engine/new-content.ts';
import { createParseCache, parseReview, type ParseCache, type Sources } from '../../src/engine/parse-review.ts';
import { readSources } from '../../src/engine/read-review.ts';
import { runNewReview, type NewReviewContext } from './run-new-review.ts';

export type NewOptions = {
  domain?: string;
  author?: string[];
  name?: string;
  question?: string;
  covers?: string;
  locale?: string;
  yes?: boolean;
};

export type CommandResult = { lines: string[]; code: 0 | 1 };

const usage = `npm run new -- essay "Title" --domain ID [--author ID]…
npm run new -- domain ID --name "Name" --question "Question?" --covers "What is read."
npm run new -- review "Title" --question "Question?" [--locale de-DE] [--author "Name"]… [--yes]`;

/**
 * Writes a new essay, domain or review, which is checked first. If anything is wrong, reports all of it and writes
 * nothing.
 */
export async function runNew(
  args: readonly string[],
  options: NewOptions,
  { root, today, confirm }: NewReviewContext & { today: string },
): Promise<CommandResult> {
  const problems = checkArguments(args, options);
  const [kind, name] = args;
  if (problems.length > 0 || name === undefined) return { lines: problems, code: 1 };
  if (kind === 'review') return runNewReview(name, options, { root, confirm });
  const sources = readSources(root);
  const cache = createParseCache();
  const { review, messages } = parseReview(sources, cache);
  if (review === null) return refuse(messages);
  const readText = (path: string): string => sources.texts.get(path) ?? '';
  const essay = { title: name, domain: options.domain ?? '', authors: options.author ?? [], today };
  const content =
    kind === 'essay' ? createEssay(essay, review, readText) : readDomain(name, options, { review, readText });
  if (content.texts === null) return refuse(content.messages);
  const errors = errorsOf(withTexts(sources, content.texts), cache).filter(({ file }) => content.texts.has(file ?? ''));
  if (errors.length > 0) return refuse(errors);
  writeFilesAtomic(root, content.texts);
  const advice =
    kind === 'essay' ? ['It is a draft: replace its description and standfirst, and clear it when it is ready.'] : [];
  return { lines: [`Wrote ${[...content.texts.keys()].join(' and ')}.`, ...advice], code: 0 };
}

/** Returns the problems of the arguments: all that are missing, or the first other one. */
function checkArguments([kind, name, ...surplus]: readonly string[], options: NewOptions): string[] {
  if (surplus.length > 0)
    return [`Invalid argument \`${surplus.join(' ')}\`: put a title of several words in quotes`, usage];
  if (kind === undefined) return [usage];
  const needed = neededBy.get(kind);
  if (needed === undefined) {
    const suggestion = suggestionFor(kind, [...neededBy.keys()]) || ': expected `essay`, `domain` or `review`.';
    return [`Unknown kind \`${kind}\`${suggestion}`];
  }
  const expected = kind === 'domain' ? 'an id' : 'a title in quotes';
  return [
    ...(name === undefined || name.trim() === '' ? [`Missing ${expected}: expected it after \`${kind}\``] : []),
    ...needed
      .filter((option) => (options[option] ?? '').trim() === '')
      .map((option) => `Missing \`--${option}\`: expected ${expectations[option]}`),
  ];
}

const neededBy: ReadonlyMap<string, readonly (keyof typeof expectations)[]> = new Map([
  ['essay', ['domain']],
  ['domain', ['name', 'question', 'covers']],
  ['review', ['question']],
]);

const expectations = {
  domain: 'the id of a domain of `content/domains.yaml`',
  name: 'what the domain is called',
  question: 'what is asked, as a sentence',
  covers: 'which literature is read, as a sentence',
};

function readDomain(
  id: string,
  { name, question, covers }: NewOptions,
  { review, readText }: { review: Review; readText: (path: string) => string },
): NewContent {
  const { data, error } = Domain.safeParse({ id, name, question, covers });
  if (data !== undefined) return createDomain(data, review, readText);
  throw new Error(
    error.issues.map(({ path, message }) => `Invalid ${path.join('.')} \`${id}\`: expected ${message}`).join('\n'),
  );
}

const refuse = (messages: readonly Message[]): CommandResult => ({
  lines: [formatMessages(messages).trimEnd(), 'Nothing was written.'],
  code: 1,
});

function withTexts(sources: Sources, texts: ReadonlyMap<string, string>): Sources {
  return {
    ...sources,
    texts: new Map([...sources.texts, ...texts]),
    files: new Set([...sources.files, ...texts.keys()]),
  };
}

/** Returns the errors that `check` would find. */
function errorsOf(sources: Sources, cache: ParseCache): Message[] {
  const { review, messages } = parseReview(sources, cache);
  return [...messages, ...(review === null ? [] : checkReview(review, { least: 'error', today: null }))].filter(
    isError,
  );
}
