import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives a module a value of plain data, under a name of its own: an expression of JavaScript that is the value. */
export type Embed = (name: string, value: unknown) => string;

/** Gives the HTML of a name and a hash of all that it is rendered from. */
export type RenderOnce = (key: readonly string[], render: () => string) => string;

export const embedAsLiteral: Embed = (_, value) => JSON.stringify(value);

/** Has modules that run in Node read values from a folder: bundled as code, the essays of a review take longer than all else. */
export const embedInFiles =
  (folder: string): Embed =>
  (name, value) => {
    const file = join(folder, `${name}.json`);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, JSON.stringify(value));
    return `JSON.parse(process.getBuiltinModule('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8'))`;
  };
