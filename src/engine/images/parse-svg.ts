import { DOMParser, ParseError, type Document } from '@xmldom/xmldom';
import type { Point } from 'unist';

type ParsedSvg = { document: Document; error: null } | { document: null; error: { reason: string; point: Point } };

/** Parses an SVG into a DOM whose nodes have positions, or returns the first syntax error. */
export function parseSvg(text: string): ParsedSvg {
  let point: Point = { line: 1, column: 1 };
  let reason = 'it is not well-formed';
  const onError = (_level: string, message: string, context: unknown): never => {
    point = pointOf(locatorOf(context));
    reason = message.replace(/!+$|\n.*/gs, '');
    throw new ParseError(message);
  };
  try {
    return { document: new DOMParser({ onError }).parseFromString(text, 'image/svg+xml'), error: null };
  } catch {
    // Whatever error the parser throws, the SVG is its cause.
    return { document: null, error: { reason, point } };
  }
}

/** Returns where a node of the DOM begins. For an attribute, returns where its value begins. */
export function pointOf(node: object | null): Point {
  const line = node !== null && 'lineNumber' in node ? Number(node.lineNumber) : 1;
  const column = node !== null && 'columnNumber' in node ? Number(node.columnNumber) : 1;
  return { line: Math.max(1, line || 1), column: Math.max(1, column || 1) };
}

const locatorOf = (context: unknown): object | null =>
  typeof context === 'object' && context !== null && 'locator' in context && typeof context.locator === 'object'
    ? context.locator
    : null;
