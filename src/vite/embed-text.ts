import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Gives a module a text, under a name of its own: an expression of JavaScript whose value the text is. */
export type EmbedText = (name: string, text: string) => string;

export const embedAsLiteral: EmbedText = (_, text) => JSON.stringify(text);

/** Leaves the text in a file that is read when pages are made: to the bundler, an essay as code costs more than to anyone else. */
export const embedAsFile = (folder: string): EmbedText => (name, text) => {
  const file = join(folder, name);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
  return `process.getBuiltinModule('node:fs').readFileSync(${JSON.stringify(file)}, 'utf8')`;
};
