import type { Point } from 'unist';
import { LineCounter, parseDocument } from 'yaml';
import type * as z from 'zod';
import { markNames, unmarkName } from '../model/by-name.ts';
import { createMessage, type Message } from '../model/message.ts';
import { findDeepYaml, reasonOfDepth } from '../model/nesting.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { refusalMessage } from './refusals.ts';
import { positionAt, positionOfKey, positionOfValue, type Parsed, type YamlSource } from './positions.ts';
import { readValue } from './read-value.ts';
import { fieldsAt, reasonOf } from './reasons.ts';
import { syntaxReason } from './syntax-reason.ts';

export { appendItem } from './append-item.ts';
export type { YamlSource } from './positions.ts';

/** A value with a function that returns positions of its parts; or null, and every message about it. */
export type ParsedYaml<Value> = {
  value: Value | null;
  /** The parsed text before validation, or null if it cannot be read. */
  raw: unknown;
  messages: Message[];
  positionOf: (path: readonly PropertyKey[]) => ReturnType<typeof positionOfValue>;
};

type PositionOf = ParsedYaml<unknown>['positionOf'];

/** Parses a YAML text and validates it against a schema. */
export function parseYaml<Schema extends z.ZodType>(source: YamlSource, schema: Schema): ParsedYaml<z.infer<Schema>> {
  const raw = findDeepYaml(source.text) === null ? readValue(source.text) : undefined;
  const result = raw === undefined ? null : schema.safeParse(raw);
  if (result?.success !== true) return parseWithPositions(source, schema);
  return { value: result.data, raw, messages: [], positionOf: findLater(source) };
}

/** Returns positions of a text's parts. The text is parsed again only if a message needs a position. */
function findLater(source: YamlSource): PositionOf {
  let parsed: Parsed | null = null;
  return (path) => {
    parsed ??= parseText(source);
    return positionOfValue(parsed, path);
  };
}

function parseText(source: YamlSource): Parsed {
  const lines = new LineCounter();
  return { source, document: parseDocument(source.text, { lineCounter: lines, uniqueKeys: false }), lines };
}

function parseWithPositions<Schema extends z.ZodType>(source: YamlSource, schema: Schema): ParsedYaml<z.infer<Schema>> {
  const deep = findDeepYaml(source.text);
  // Text that is nested too deeply is not parsed.
  const parsed = parseText(deep === null ? source : { ...source, text: '' });
  const positionOf: PositionOf = (path) => positionOfValue(parsed, path);
  const broken = deep === null ? syntaxMessage(parsed) : tooDeep(deep, source);
  if (broken !== null) return { value: null, raw: null, messages: [broken], positionOf };
  const raw: unknown = parsed.document.toJS() ?? {};
  // Most texts do not contain this name, and need no copy.
  const result = schema.safeParse(source.text.includes('__proto__') ? markNames(raw) : raw);
  if (result.success) return { value: result.data, raw, messages: [], positionOf };
  return {
    value: null,
    raw,
    messages: result.error.issues.flatMap((issue) => messagesOf(issue, schema, parsed)),
    positionOf,
  };
}

function tooDeep({ line, column, offset = 0 }: Point, { file, offset: start }: YamlSource): Message {
  const position = { line: line + (start?.line ?? 0), column, offset: offset + (start?.character ?? 0) };
  return createMessage('nested-too-deep', reasonOfDepth, { file, position });
}

function syntaxMessage(parsed: Parsed): Message | null {
  const [error] = parsed.document.errors;
  if (error === undefined) return refusalMessage(parsed);
  const position = positionAt(parsed, error.pos);
  return createMessage('yaml-syntax', `Invalid YAML: ${syntaxReason(parsed.document.errors, parsed.source.text)}`, {
    file: parsed.source.file,
    position,
  });
}

function messagesOf(rawIssue: z.core.$ZodIssue, schema: z.ZodType, parsed: Parsed): Message[] {
  const issue = { ...rawIssue, path: rawIssue.path.map(unmarkName) };
  const { file, offset } = parsed.source;
  const rule = offset === undefined ? 'invalid-field' : 'invalid-frontmatter';
  if (issue.code !== 'unrecognized_keys') {
    const value: unknown = issue.path.length === 0 ? parsed.document.toJS() : parsed.document.getIn(issue.path);
    return [
      createMessage(rule, reasonOf(issue, value, schema), { file, position: positionOfValue(parsed, issue.path) }),
    ];
  }
  const known = fieldsAt(schema, issue.path);
  return issue.keys.map(unmarkName).map((key) =>
    createMessage(rule, `Unknown field \`${key}\`: expected ${oneOf(known)}${suggestionFor(key, known)}`, {
      file,
      position: positionOfKey(parsed, [...issue.path, key]),
    }),
  );
}
