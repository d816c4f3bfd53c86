import * as z from 'zod';
import { oneOf } from '../model/suggestion.ts';
import { schemeOf } from '../model/url.ts';

type Issue = z.core.$ZodIssue;

const formats = new Map([
  ['date', 'a day such as `2026-11-24`'],
  ['datetime', 'a moment such as `2026-11-24T10:00:00Z`'],
  ['url', 'an address such as `https://example.org/`'],
]);
const types = new Map<string, string>([
  ['string', 'text'],
  ['array', 'a list such as `[one, two]`'],
  ['object', 'fields such as `{ name: value }`'],
  ['record', 'fields such as `{ name: value }`'],
  ['boolean', '`true` or `false`'],
  ['number', 'a number'],
  ['int', 'a whole number'],
]);
const units = new Map([
  ['string', 'characters'],
  ['array', 'entries'],
]);

/** Formats an issue of `schema` as "Invalid X: expected Y" or "Missing X: expected Y". */
export function reasonOf(issue: Issue, value: unknown, schema: z.ZodType): string {
  // The position says which entry of a file it is.
  const path = typeof issue.path[0] === 'number' ? issue.path.slice(1) : issue.path;
  const field = path.length === 0 ? null : `\`${path.map(String).join('.')}\``;
  const name = field ?? (issue.path.length === 0 ? 'content' : 'entry');
  const what = value === undefined || value === null ? 'Missing' : 'Invalid';
  return `${what} ${name}: expected ${expectationOf(issue, value, schema)}${schemeHint(issue, value)}`;
}

/** Names the scheme of a URL that is not a web address, because the reason may not be obvious. */
function schemeHint(issue: Issue, value: unknown): string {
  const isUrl = issue.code === 'invalid_format' && issue.format === 'url' && typeof value === 'string';
  const scheme = isUrl ? schemeOf(value) : null;
  return scheme === null ? '' : `; its scheme is \`${scheme}\``;
}

function expectationOf(issue: Issue, value: unknown, schema: z.ZodType): string {
  switch (issue.code) {
    case 'invalid_type':
      return formatAt(schema, issue.path) ?? typeOf(issue.expected, value);
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_big':
      return `at most ${issue.maximum} ${units.get(issue.origin) ?? ''}`.trim();
    case 'too_small':
      return minimumOf(issue);
    case 'invalid_format':
      return formats.get(issue.format) ?? issue.message;
    default:
      return issue.message;
  }
}

function minimumOf({ minimum, origin, inclusive }: z.core.$ZodIssueTooSmall): string {
  if (inclusive === false) return `more than ${minimum}`;
  if (minimum === 1 && origin === 'array') return 'at least one entry';
  if (minimum === 1 && origin === 'string') return 'text that is not empty';
  return `at least ${minimum} ${units.get(origin) ?? ''}`.trim();
}

/** Names a type. YAML reads an unquoted `10` or `true` as a number or a boolean. */
function typeOf(expected: string, value: unknown): string {
  const isUnquoted = expected === 'string' && (typeof value === 'number' || typeof value === 'boolean');
  return isUnquoted ? 'text; write it in quotes' : (types.get(expected) ?? `a value of type ${expected}`);
}

/** Returns the expected form of a text with a format at `path`, such as a day. */
function formatAt(schema: z.ZodType, path: readonly PropertyKey[]): string | undefined {
  const inside = schemaAt(schema, path);
  return inside instanceof z.ZodStringFormat ? formats.get(inside.format ?? '') : undefined;
}

const schemaAt = (schema: z.ZodType, path: readonly PropertyKey[]): unknown =>
  path.reduce<unknown>((outer, step) => unwrap(childOf(outer, step)), unwrap(schema));

/** Returns the fields that a schema defines at `path`. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inside = schemaAt(schema, path);
  return inside instanceof z.ZodObject ? Object.keys(inside.shape) : [];
}

function childOf(schema: unknown, step: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return Object.hasOwn(schema.shape, step) ? schema.shape[String(step)] : undefined;
  if (schema instanceof z.ZodArray) return schema.element;
  return schema instanceof z.ZodRecord ? schema.valueType : undefined;
}

function unwrap(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return unwrap(schema.in instanceof z.ZodTransform ? schema.out : schema.in);
  return schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault
    ? unwrap(schema.unwrap())
    : schema;
}
