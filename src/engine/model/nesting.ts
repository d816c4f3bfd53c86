import type { Nodes } from 'mdast';
import type { Point } from 'unist';

/** How deep content may be nested, in levels. Parsers and renderers call themselves once a level or more. */
export const deepest = 100;
/** What a message about a text says that is nested deeper. */
export const reasonOfDepth = `Invalid nesting: expected at most ${deepest} levels of lists, quotes, brackets or components`;

/** How many signs of one kind may be open in a block, and components in an essay: as Markdown, most of them are text. */
const maxOpen = 500;
/** How far the first word of a line may be indented, in characters. */
const widest = 400;

const blockMarker = /[ \t]*(?:>|[-+*?](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]*\]:)/y;
const thematicBreak = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*)*$/;
const mark = /\\.|\[|\]|<\/?[A-Za-z][^<>]*>|(?<![\p{L}\p{N}*_~])[*_~]+(?=\S)|(?<=\S)[*_~]+(?![\p{L}\p{N}*_~])/gu;
const yamlMark = /[[{]|[\]}]/g;

/** Where a text is nested deeper than a parser can follow; null where it is not. Looks at each character once. */
export const findDeepMarkdown = (text: string): Point | null => findDeep(text, createMarkdownDepth());
export const findDeepYaml = (text: string): Point | null => findDeep(text, createYamlDepth());

/** Gives the column, from 0, at which a line is nested too deep; null where it is not. */
type LineDepth = (line: string) => number | null;

function findDeep(text: string, depthOf: LineDepth): Point | null {
  let offset = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const column = depthOf(line);
    if (column !== null) return { line: index + 1, column: column + 1, offset: offset + column };
    offset += line.length + 1;
  }
  return null;
}

/** Lists and quotes that begin in one line, and those that its indentation stands for. */
function columnOfMarkers(line: string): number | null {
  const indentation = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  if (indentation > widest && /^[-+*>\w]/.test(line.slice(indentation, indentation + 1))) return widest;
  blockMarker.lastIndex = 0;
  for (let depth = 1; blockMarker.test(line); depth += 1) {
    if (depth > deepest) return thematicBreak.test(line) ? null : blockMarker.lastIndex - 1;
  }
  return null;
}

function createMarkdownDepth(): LineDepth {
  let fence: string | null = null;
  let brackets = 0;
  let emphases = 0;
  let components = 0;
  const count = (found: string): void => {
    if (found === '[') brackets += 1;
    else if (found === ']') brackets = Math.max(0, brackets - 1);
    else if (found.startsWith('</')) components = Math.max(0, components - 1);
    else if (found.startsWith('<') && !found.endsWith('/>')) components += 1;
  };
  return (line) => {
    const opens = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) fence = opens?.startsWith(fence) === true ? null : fence;
    else fence = opens;
    if (fence !== null) return null;
    if (line.trim() === '') [brackets, emphases] = [0, 0];
    const column = columnOfMarkers(line);
    if (column !== null) return column;
    for (const { 0: found, index } of line.matchAll(mark)) {
      if (/^[*_~]/.test(found))
        emphases = Math.max(0, emphases + (isOpening(line, index) ? found.length : -found.length));
      else count(found);
      if (Math.max(brackets, emphases, components) > maxOpen) return index;
    }
    return null;
  };
}

const isOpening = (line: string, index: number): boolean => index === 0 || /[\s\p{P}]/u.test(line.charAt(index - 1));

/** Lists and mappings within a line's brackets; a line that begins a field or an item begins anew. */
function createYamlDepth(): LineDepth {
  let depth = 0;
  return (line) => {
    const column = columnOfMarkers(line);
    if (column !== null) return column;
    if (/^\s*(?:- |[\w-]+:|$)/.test(line)) depth = 0;
    for (const { 0: found, index } of line.matchAll(yamlMark)) {
      depth = '[{'.includes(found) ? depth + 1 : Math.max(0, depth - 1);
      if (depth > deepest) return index;
    }
    return null;
  };
}

/** The first node of a tree that stands deeper than content may; null where none does. */
export function findDeepNode(tree: Nodes): Nodes | null {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level[0] ?? null;
}
