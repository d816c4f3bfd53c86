import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** A JavaScript expression whose value is the given plain data; `name` is unique. */
export type Embed = (name: string, value: unknown) => string;

/** The HTML of a key (a kind and all that the HTML depends on), rendered where it is not cached. */
export type RenderOnce = <Value>(key: readonly string[], render: () => Value) => Value;

export const embedAsLiteral: Embed = (_, value) => JSON.stringify(value);

/** Embeds values as files that modules read in Node: bundling the essays as code takes longer than the rest of a build. */
export const embedInFiles =
  (folder: string): Embed =>
  (name, value) => {
    const file = join(folder, `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return `JSON.parse(process.getBuiltinModule('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
  };
