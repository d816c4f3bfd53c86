import type { Nodes } from 'mdast';
import type { Point } from 'unist';

/** The maximum nesting of content, in levels. Parsers and renderers recurse at least once per level. */
export const deepest = 100;
/** The message for text that is nested deeper. */
export const reasonOfDepth = `Invalid nesting: expected at most ${deepest} levels of lists, quotes, brackets or components`;

/**
 * The maximum number of open marks of one kind in a block, and of open components in an essay. It exceeds `deepest`
 * because most marks are plain text.
 */
const maxOpen = 500;
/** The maximum indentation of the first word of a line, in characters. */
const widest = 400;

const blockMarker = /[ \t]*(?:>|[-+*?](?=[ \t])|\d{1,9}[.)](?=[ \t])|\[\^[^\]\s]*\]:)/y;
const thematicBreak = /^[ \t]*([-*_])[ \t]*(?:\1[ \t]*)*$/;
const mark = /\\.|\[|\]|<\/?[A-Za-z][^<>]*>|(?<![\p{L}\p{N}*_~])[*_~]+(?=\S)|(?<=\S)[*_~]+(?![\p{L}\p{N}*_~])/gu;
const yamlMark = /[[{]|[\]}]/g;

/**
 * Finds the point at which Markdown is nested too deep for a parser; null if there is none. Linear in the length of the
 * text.
 */
export const findDeepMarkdown = (text: string): Point | null => findDeep(text, createMarkdownDepth());
export const findDeepYaml = (text: string): Point | null => findDeep(text, createYamlDepth());

/** Returns the column, from 0, at which a line is nested too deep, else null. */
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

/** Counts lists and quotes that begin in one line, including those that its indentation represents. */
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
  const count = (token: string): void => {
    if (token === '[') brackets += 1;
    else if (token === ']') brackets = Math.max(0, brackets - 1);
    else if (token.startsWith('</')) components = Math.max(0, components - 1);
    else if (token.startsWith('<') && !token.endsWith('/>')) components += 1;
  };
  return (line) => {
    const opens = /^[ \t]*(`{3,}|~{3,})/.exec(line)?.[1] ?? null;
    if (fence !== null) fence = opens?.startsWith(fence) === true ? null : fence;
    else fence = opens;
    if (fence !== null) return null;
    if (line.trim() === '') [brackets, emphases] = [0, 0];
    const column = columnOfMarkers(line);
    if (column !== null) return column;
    for (const { 0: token, index } of line.matchAll(mark)) {
      if (/^[*_~]/.test(token))
        emphases = Math.max(0, emphases + (isOpening(line, index) ? token.length : -token.length));
      else count(token);
      if (Math.max(brackets, emphases, components) > maxOpen) return index;
    }
    return null;
  };
}

const isOpening = (line: string, index: number): boolean => index === 0 || /[\s\p{P}]/u.test(line.charAt(index - 1));

/** Counts lists and mappings in brackets. A line that begins a field or an item resets the count. */
function createYamlDepth(): LineDepth {
  let depth = 0;
  return (line) => {
    const column = columnOfMarkers(line);
    if (column !== null) return column;
    if (/^\s*(?:- |[\w-]+:|$)/.test(line)) depth = 0;
    for (const { 0: token, index } of line.matchAll(yamlMark)) {
      depth = '[{'.includes(token) ? depth + 1 : Math.max(0, depth - 1);
      if (depth > deepest) return index;
    }
    return null;
  };
}

/** Returns the first node of a tree that exceeds the maximum depth; null if there is none. */
export function findDeepNode(tree: Nodes): Nodes | null {
  let level: Nodes[] = [tree];
  for (let depth = 0; depth <= deepest && level.length > 0; depth += 1)
    level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
  return level[0] ?? null;
}
