import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Returns a JavaScript expression whose value is the given plain data. `name` is unique. */
export type Embed = (name: string, value: unknown) => string;

/** Returns the HTML of a key (a kind and everything that the HTML depends on), from the cache or rendered. */
export type RenderOnce = <Value>(key: readonly string[], render: () => Value) => Value;

export const embedAsLiteral: Embed = (_, value) => JSON.stringify(value);

/**
 * Embeds values as files that modules read in Node, because bundling the essays as code takes longer than the rest of a
 * build.
 */
export const embedInFiles =
  (folder: string): Embed =>
  (name, value) => {
    const file = join(folder, `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return `JSON.parse(process.getBuiltinModule('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
  };
