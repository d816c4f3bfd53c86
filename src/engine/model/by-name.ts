import * as z from 'zod';

/** Prefix for `__proto__` while Zod parses a value, because Zod drops a field of that name. */
const mark = '\u{E000}';

/** Marks `__proto__` fields so that Zod treats them like any other; `unmarkName` restores the name. */
export function markNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(markNames);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name === '__proto__' ? mark + name : name, markNames(inside)]),
  );
}

export const unmarkName = <Name extends PropertyKey>(name: Name): Name | string =>
  typeof name === 'string' && name.startsWith(mark) ? name.slice(mark.length) : name;

/**
 * A schema for values by names that an author chooses. The object has no prototype, so `constructor` is an ordinary
 * name.
 */
export const byName = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(z.string(), schema).transform((values) => {
    const named: Record<string, z.output<Schema>> = withoutPrototype();
    for (const [name, value] of Object.entries(values)) named[unmarkName(name)] = value;
    return named;
  });

/** Creates an object without a prototype, which has no inherited names. */
export function withoutPrototype<Value>(): Record<string, Value> {
  const empty: unknown = Object.create(null);
  return z.custom<Record<string, Value>>().parse(empty);
}
