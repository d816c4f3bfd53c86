import * as z from 'zod';
import type { WorkDigests } from './share-library.ts';
import type { Essay, ParsedEssay, ReadEssay } from './model/essay.ts';
import { createMessageOf, levelOf, type Level, type Message } from './model/message.ts';
import { frontmatterOf, type EssaySource } from './parse-essay.ts';
import { digestOf, type ParseStore } from './parse-store.ts';

/** What essays are made of besides their own text. */
export type Ingredients = {
  /** Digest of the texts that every essay may depend on. */
  shared: string;
  /** Digests of works by key, in the order of the library: an essay depends on those that it cites. */
  works: WorkDigests;
};

type KeptMessage = { rule: string; reason: string; level: Level; file: string; position: Message['place'] };
type Kept = { works: string; essay: Omit<ReadEssay, 'positionOf'>; messages: KeptMessage[] };

// The store answers for what it gives back; this is its type alone.
const Kept = z.custom<Kept>((value) => typeof value === 'object' && value !== null && 'essay' in value);

/** The essay as it was parsed before from the same text, works and shared texts; null where there is none. */
export function readKeptEssay(
  source: EssaySource,
  { shared, works }: Ingredients,
  store: ParseStore,
): ParsedEssay<ReadEssay> | null {
  const kept = Kept.safeParse(store.read(nameOf(source), keyOf(source, shared)));
  if (!kept.success || kept.data.works !== digestOfCited(kept.data.essay, works)) return null;
  const { essay, messages } = kept.data;
  const positionOf: Essay['positionOf'] = (path) => frontmatterOf(source, essay.tree).positionOf(path);
  return {
    essay: { ...essay, positionOf },
    messages: messages.map(({ rule, level, reason, ...place }) => createMessageOf({ id: rule, level }, reason, place)),
  };
}

/** Keeps a parsed essay; one with errors is parsed again, for what they suggest depends on more. */
export function keepEssay(
  source: EssaySource,
  { essay, messages }: ParsedEssay<ReadEssay>,
  { ingredients, store }: { ingredients: Ingredients; store: ParseStore },
): void {
  if (essay === null || messages.some((message) => levelOf(message) === 'error')) return;
  const { positionOf: _, ...data } = essay;
  const kept: Kept = {
    works: digestOfCited(essay, ingredients.works),
    essay: data,
    messages: messages.map((message) => toKept(message, source)),
  };
  store.keep(nameOf(source), keyOf(source, ingredients.shared), kept);
}

/** Digest of all that an essay is made of. */
export const digestOfEssay = (
  source: EssaySource,
  { cites }: Pick<Essay, 'cites'>,
  { shared, works }: Ingredients,
): string => digestOf(keyOf(source, shared), digestOfCited({ cites }, works));

const nameOf = ({ slug }: EssaySource): string => `essays/${slug}`;

const keyOf = ({ path, text }: EssaySource, shared: string): string => digestOf(path, text, shared);

function digestOfCited({ cites }: Pick<Essay, 'cites'>, works: WorkDigests): string {
  const cited = cites.flatMap((key) => works.get(key) ?? { position: -1, digest: key });
  return digestOf(cited.toSorted((a, b) => a.position - b.position).map(({ digest }) => digest));
}

const toKept = (message: Message, { path }: EssaySource): KeptMessage => ({
  rule: message.ruleId ?? '',
  reason: message.reason,
  level: levelOf(message),
  file: message.file ?? path,
  position: message.place,
});
