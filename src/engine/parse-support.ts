import { createMessage, type Message } from './model/message.ts';
import { SupportFile, supportPath, type EssaySupport } from './model/support.ts';
import { collapse } from './normal-form.ts';
import { parseSentence } from './parse-sentence.ts';
import { parseYaml } from './yaml/index.ts';

export type ParsedSupport = { support: EssaySupport | null; messages: Message[] };

/** The text of an essay's `support.yaml`, and the normal forms of the essay's sentences. */
type SupportSource = { slug: string; text: string; sentences: ReadonlySet<string> };

/** Parses a support file. */
export function parseSupport({ slug, text, sentences }: SupportSource): ParsedSupport {
  const file = supportPath(slug);
  const { value, positionOf, messages } = parseYaml({ file, text }, SupportFile);
  if (value === null) return { support: null, messages };
  const normals = value.map(({ sentence }) => normalFormIn(sentences, sentence));
  const unread = normals.flatMap((normal, index) => {
    if (normal !== null) return [];
    const reason = 'Invalid sentence: expected Markdown with components that can be read, as the essay has it';
    return [createMessage('mdx-syntax', reason, { file, position: positionOf([index, 'sentence']) })];
  });
  if (unread.length > 0) return { support: null, messages: unread };
  const records = value.map((record, index) => ({ ...record, normal: normals[index] ?? '' }));
  return { support: { file, records, positionOf }, messages: [] };
}

/** Returns the normal form of a sentence. A sentence that is already in normal form is not parsed. */
const normalFormIn = (sentences: ReadonlySet<string>, sentence: string): string | null => {
  const collapsed = collapse(sentence);
  return sentences.has(collapsed) ? collapsed : parseSentence(sentence);
};
