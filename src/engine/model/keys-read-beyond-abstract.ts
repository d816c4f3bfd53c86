import type { Essay } from './essay.ts';
import { mostRead } from './most-read.ts';

/** Returns keys of the works that were read beyond their abstract for any sentence of the essays. */
export const keysReadBeyondAbstract = (essays: readonly Pick<Essay, 'support'>[]): ReadonlySet<string> =>
  new Set([...mostRead(essays)].flatMap(([key, read]) => (read === 'full-text' || read === 'excerpt' ? [key] : [])));
