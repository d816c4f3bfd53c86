import type { Point, Position } from 'unist';
import { isMap, isNode, isScalar, type Document, type LineCounter } from 'yaml';

/** A YAML text and its file. `offset` is where the text starts in the file, for frontmatter. */
export type YamlSource = { file: string; text: string; offset?: { line: number; character: number } };

export type Parsed = { source: YamlSource; document: Document; lines: LineCounter };

type Path = readonly PropertyKey[];

/** Returns the position of the value at `path`, or of its nearest existing ancestor. */
export function positionOfValue(parsed: Parsed, path: Path): Position {
  for (let length = path.length; length > 0; length -= 1) {
    const range = rangeOf(parsed.document.getIn(path.slice(0, length), true));
    if (range !== null) return positionAt(parsed, range);
  }
  const start = rangeOf(parsed.document.contents)?.[0] ?? 0;
  return positionAt(parsed, [start, start]);
}

/** Returns the position of the last key of `path`. */
export function positionOfKey(parsed: Parsed, path: Path): Position {
  const parent = path.length === 1 ? parsed.document.contents : parsed.document.getIn(path.slice(0, -1), true);
  const pair = isMap(parent) ? parent.items.find(({ key }) => isScalar(key) && key.value === path.at(-1)) : undefined;
  const range = rangeOf(pair?.key);
  return range === null ? positionOfValue(parsed, path.slice(0, -1)) : positionAt(parsed, range);
}

/** Converts a range of characters of the YAML text to a position in its file. */
export function positionAt({ source, lines }: Parsed, [start, end]: readonly [number, number]): Position {
  const pointAt = (at: number): Point => {
    const { line, col } = lines.linePos(at);
    return { line: line + (source.offset?.line ?? 0), column: col, offset: at + (source.offset?.character ?? 0) };
  };
  return { start: pointAt(start), end: pointAt(end) };
}

function rangeOf(node: unknown): readonly [number, number] | null {
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : null;
}
