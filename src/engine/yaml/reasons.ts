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
]);
const units = new Map([
  ['string', 'characters'],
  ['array', 'entries'],
]);

/** Formats a schema's issue as "Invalid X: expected Y" or "Missing X: expected Y". */
export function reasonOf(issue: Issue, value: unknown): string {
  // The position says which entry of a file it is.
  const path = typeof issue.path[0] === 'number' ? issue.path.slice(1) : issue.path;
  const name = path.map(String).join('.') || (issue.path.length === 0 ? 'the whole' : 'entry');
  const what = value === undefined || value === null ? 'Missing' : 'Invalid';
  return `${what} \`${name}\`: expected ${expectationOf(issue)}${schemeHint(issue, value)}`;
}

/** Names the scheme of a URL that is not a web address, because the reason may not be obvious. */
function schemeHint(issue: Issue, value: unknown): string {
  const isUrl = issue.code === 'invalid_format' && issue.format === 'url' && typeof value === 'string';
  const scheme = isUrl ? schemeOf(value) : null;
  return scheme === null ? '' : `; its scheme is \`${scheme}\``;
}

function notEmpty({ minimum, origin }: z.core.$ZodIssueTooSmall): string | null {
  if (minimum !== 1) return null;
  if (origin === 'array') return 'at least one entry';
  return origin === 'string' ? 'text that is not empty' : null;
}

function expectationOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return types.get(issue.expected) ?? `a value of type ${issue.expected}`;
    case 'invalid_value':
      return oneOf(issue.values.map(String));
    case 'too_big':
      return `at most ${issue.maximum} ${units.get(issue.origin) ?? ''}`.trim();
    case 'too_small':
      return notEmpty(issue) ?? `at least ${issue.minimum} ${units.get(issue.origin) ?? ''}`.trim();
    case 'invalid_format':
      return formats.get(issue.format) ?? issue.message;
    default:
      return issue.message;
  }
}

/** Returns the fields that a schema defines at `path`. */
export function fieldsAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const inside = path.reduce<unknown>((outer, step) => unwrap(childOf(outer, step)), unwrap(schema));
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
