import * as z from 'zod';

/** Stands before `__proto__` while Zod reads a value: it leaves out a field of that name. */
const mark = '\u{E000}';

/** A value with `__proto__` as a field like any other for Zod; `unmarkName` gives the name back. */
export function markNames(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(markNames);
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inside]) => [name === '__proto__' ? mark + name : name, markNames(inside)]),
  );
}

export const unmarkName = <Name extends PropertyKey>(name: Name): Name | string =>
  typeof name === 'string' && name.startsWith(mark) ? name.slice(mark.length) : name;

/** Values by names that an author chooses. The object has no prototype, so that `constructor` is a name like any other. */
export const byName = <Schema extends z.ZodType>(schema: Schema) =>
  z.record(z.string(), schema).transform((values) => {
    const named: Record<string, z.output<Schema>> = withoutPrototype();
    for (const [name, value] of Object.entries(values)) named[unmarkName(name)] = value;
    return named;
  });

/** An object without a prototype, so that no name is in it but those that are set. */
export function withoutPrototype<Value>(): Record<string, Value> {
  const empty: unknown = Object.create(null);
  return z.custom<Record<string, Value>>().parse(empty);
}
