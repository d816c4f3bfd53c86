import { printLibrary } from '../engine/bibliography/index.ts';
import { contentHash } from '../engine/content-hash.ts';
import type { ParsedEssay, ReadEssay } from '../engine/model/essay.ts';
import { createMessageOf, levelOf, type Level, type Message } from '../engine/model/message.ts';
import { frontmatterOf, parseEssay, type EssaySource } from '../engine/parse-essay.ts';
import type { ParseSteps } from '../engine/parse-review.ts';
import type { Cache } from './cache.ts';

type PlainMessage = { rule: string; reason: string; level: Level; file: string; position: Message['place'] };
type PlainEssay = { essay: Omit<ReadEssay, 'positionOf'> | null; messages: PlainMessage[] };

/** The costly steps of parsing, through a cache. Where citations are not printed (`prints` is false), essays are only read from it. */
export const cachedSteps = (cache: Cache, { prints }: { prints: boolean }): ParseSteps => ({
  printLibrary: (options) =>
    cache.get(['works', contentHash([...options.library], options.style, options.locale)], () => printLibrary(options)),
  parseEssay(source, process, hash) {
    const made: ParsedEssay<ReadEssay>[] = [];
    const plain = cache.get(
      ['essays', hash],
      () => {
        const parsed = parseEssay(source, process);
        made.push(parsed);
        return toPlain(parsed, source);
      },
      // What an error suggests depends on more than the hash tells.
      ({ messages }) => prints && messages.every(({ level }) => level !== 'error'),
    );
    return made[0] ?? fromPlain(plain, source);
  },
});

function toPlain({ essay, messages }: ParsedEssay<ReadEssay>, { path }: EssaySource): PlainEssay {
  const plain = messages.map((message) => ({
    rule: message.ruleId ?? '',
    reason: message.reason,
    level: levelOf(message),
    file: message.file ?? path,
    position: message.place,
  }));
  if (essay === null) return { essay, messages: plain };
  const { positionOf: _, ...data } = essay;
  return { essay: data, messages: plain };
}

function fromPlain({ essay, messages }: PlainEssay, source: EssaySource): ParsedEssay<ReadEssay> {
  return {
    essay: essay && {
      ...essay,
      positionOf: (path) => frontmatterOf(source, essay.tree).positionOf(path),
    },
    messages: messages.map(({ rule, level, reason, ...place }) => createMessageOf({ id: rule, level }, reason, place)),
  };
}
