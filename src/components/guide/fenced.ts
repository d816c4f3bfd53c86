import type { Element } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { nodesOf, textOf } from '../../engine/model/walk.ts';
import type { ExampleKind } from './example-review.ts';

/** Reads the only fenced block of Markdown that was rendered to `html`: its text, and its kind by its language. */
export function readFenced(html: string): { source: string; kind: ExampleKind } {
  const blocks = nodesOf(fromHtml(html, { fragment: true }), 'element').filter(({ tagName }) => tagName === 'pre');
  const [block] = blocks;
  if (block === undefined || blocks.length > 1)
    throw new Error(
      `An example of the guide has ${blocks.length} fenced blocks of code. Put exactly one into each <Example>.`,
    );
  return { source: textOf(block).trimEnd(), kind: languageOf(block) === 'bibtex' ? 'library' : 'essay' };
}

function languageOf({ children: [code] }: Element): string | null {
  const names = code?.type === 'element' ? [code.properties.className].flat() : [];
  return names.map((name) => /^language-(.+)$/.exec(String(name))?.[1]).find((name) => name !== undefined) ?? null;
}
