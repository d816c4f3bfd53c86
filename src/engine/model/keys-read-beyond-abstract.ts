import type { Essay } from './essay.ts';
import { mostRead } from './most-read.ts';

/** Keys of the works that were read beyond their abstract for some sentence of the essays. */
export const keysReadBeyondAbstract = (essays: readonly Pick<Essay, 'support'>[]): ReadonlySet<string> =>
  new Set([...mostRead(essays)].flatMap(([key, read]) => (read === 'full-text' || read === 'excerpt' ? [key] : [])));
