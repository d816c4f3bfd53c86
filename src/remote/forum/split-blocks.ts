import type { RootContent } from 'mdast';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

/** A post's Markdown in its top-level blocks, as written, and its footnotes by identifier. */
export type SplitPost = { blocks: string[]; footnotes: ReadonlyMap<string, string> };

const processor = unified().use(remarkParse).use(remarkGfm, { singleTilde: false }).use(remarkMath).freeze();

/** Splits Markdown as the draft interface shows and takes it: a model-written block and a collapsible section are one block each. */
export function splitBlocks(markdown: string): SplitPost {
  const footnotes = new Map<string, string>();
  const blocks = regionsOf(markdown).flatMap((region) =>
    region.isFenced ? [region.text.trim()] : splitPlain(region.text, footnotes),
  );
  return { blocks: blocks.filter((block) => block !== ''), footnotes };
}

function splitPlain(text: string, footnotes: Map<string, string>): string[] {
  return processor.parse(text).children.flatMap((node) => {
    const source = text.slice(node.position?.start.offset, node.position?.end.offset).trim();
    if (node.type !== 'footnoteDefinition') return [source];
    footnotes.set(node.identifier, source);
    return [];
  });
}

type Region = { text: string; isFenced: boolean };

const openings: readonly { opens: RegExp; closes: RegExp }[] = [
  { opens: /^%%% llm-output\b/, closes: /^%%% \/llm-output\s*$/ },
  { opens: /^(?:\+{3,}|\+{2,}>)\s*\S/, closes: /^\+{3,}\s*$/ },
];

/** The lines of a text, those between two markers of the forum kept together. Markers in code are none. */
function regionsOf(markdown: string): Region[] {
  const regions: Region[] = [{ text: '', isFenced: false }];
  let closes: RegExp | null = null;
  let fence: string | null = null;
  for (const line of markdown.split('\n')) {
    if (closes === null && fence === null) closes = openings.find(({ opens }) => opens.test(line))?.closes ?? null;
    if (closes !== null && regions.at(-1)?.isFenced === false) regions.push({ text: '', isFenced: true });
    append(regions, `${line}\n`);
    fence = fenceAfter(line, fence);
    if (closes === null || fence !== null || !closes.test(line)) continue;
    closes = null;
    regions.push({ text: '', isFenced: false });
  }
  return regions;
}

function append(regions: readonly Region[], line: string): void {
  const last = regions.at(-1);
  if (last !== undefined) last.text += line;
}

/** The fence of the code that is open after a line. */
function fenceAfter(line: string, open: string | null): string | null {
  const found = /^\s{0,3}(`{3,}|~{3,})/.exec(line)?.[1];
  if (found === undefined) return open;
  if (open === null) return found;
  return found.startsWith(open) && line.trim() === found ? null : open;
}

/** The identifiers of the footnotes that some Markdown calls. */
export function callsIn(markdown: string): string[] {
  const found: string[] = [];
  const visit = (node: RootContent): void => {
    if (node.type === 'footnoteReference') found.push(node.identifier);
    if ('children' in node) node.children.forEach((child: RootContent) => visit(child));
  };
  // A reference is one only where its definition stands in the same text.
  const ids = [...markdown.matchAll(/\[\^([^\]\s]+)\]/g)].map((match) => match[1] ?? '');
  const definitions = [...new Set(ids)].map((id) => `[^${id}]: x`).join('\n\n');
  processor.parse(`${markdown}\n\n${definitions}`).children.forEach(visit);
  return [...new Set(found)];
}
