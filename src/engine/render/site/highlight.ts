import type { Element, Text } from 'hast';
import type { createLowlight } from 'lowlight';
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

// Loaded on demand: it has two hundred language modules, and most essays have no code.
let lowlight: ReturnType<typeof createLowlight> | null = null;

/** Highlights code as elements with classes; null if the language is not known. */
export function highlight(code: string, language: string): (Element | Text)[] | null {
  lowlight ??= load();
  if (!lowlight.registered(language)) return null;
  return lowlight.highlight(language, code).children.filter((node) => node.type === 'element' || node.type === 'text');
}

function load(): ReturnType<typeof createLowlight> {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- `require` has no types
  const loaded: typeof import('lowlight') = require('lowlight');
  return loaded.createLowlight(loaded.common);
}
