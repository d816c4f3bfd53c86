import type { PostBlock } from '../../engine/render/forum/index.ts';
import { linesOfMeaning } from './meaning.ts';
import { callsIn, splitBlocks, type SplitPost } from './split-blocks.ts';

/** A top-level block of a post. */
export type Unit = {
  /** Its Markdown, as it stands there or would be sent; a model-written block with its markers. */
  markdown: string;
  /** The Markdown of the footnotes that it calls. */
  footnotes: string;
  /** The model that wrote it; null where none did. */
  model: string | null;
  /** What a reader takes from it: two units with the same key are the same. */
  key: string;
  /** Its lines of meaning. */
  lines: readonly string[];
};

const open = /^%%% llm-output model="([^"]*)"\s*\n/;
const close = /\n+%%% \/llm-output\s*$/;

/** The units of a post that is rendered. */
export const unitsOfBlocks = (blocks: readonly PostBlock[]): Unit[] =>
  blocks.flatMap((block) => unitsOfMarkdown(printBlock(block)));

/** The units of a post as the forum shows it, or as it was sent. */
export function unitsOfMarkdown(markdown: string): Unit[] {
  const post = splitBlocks(markdown);
  return post.blocks.map((block) => createUnit(block, post));
}

/** Blocks as one Markdown, model-written ones between their markers: what is kept of a post that was sent. */
export const printBlocks = (blocks: readonly PostBlock[]): string => `${blocks.map(printBlock).join('\n\n')}\n`;

function printBlock(block: PostBlock): string {
  if (block.kind === 'markdown') return block.markdown.trim();
  return `%%% llm-output model="${block.model}"\n\n${block.markdown.trim()}\n\n%%% /llm-output`;
}

function createUnit(markdown: string, { footnotes: all }: SplitPost): Unit {
  const model = open.exec(markdown)?.[1] ?? null;
  const footnotes = model === null || !/^\[\^/m.test(markdown) ? called(markdown, all) : '';
  const lines = linesOfMeaning(withFootnotes(markdown, footnotes));
  return { markdown, footnotes, model, lines, key: JSON.stringify(lines) };
}

/** A unit's Markdown with the footnotes that it calls, those of a model-written block inside it. */
function withFootnotes(markdown: string, footnotes: string): string {
  if (footnotes === '') return markdown;
  return close.test(markdown)
    ? markdown.replace(close, () => `\n\n${footnotes}\n\n%%% /llm-output`)
    : `${markdown}\n\n${footnotes}`;
}

/** The Markdown of a plain unit as it is sent. */
export const sendable = ({ markdown, footnotes }: Unit): string => withFootnotes(markdown, footnotes);

/** The Markdown inside a model-written unit, its footnotes with it. */
export const insideOf = (unit: Unit): string => sendable(unit).replace(open, '').replace(close, '').trim();

function called(markdown: string, all: SplitPost['footnotes']): string {
  const found = new Set<string>();
  const gather = (text: string): void => {
    for (const id of callsIn(text)) {
      const definition = all.get(id);
      if (definition === undefined || found.has(definition)) continue;
      found.add(definition);
      gather(definition.replace(/^\[\^[^\]]*\]:/, ''));
    }
  };
  gather(markdown);
  return [...found].join('\n\n');
}
