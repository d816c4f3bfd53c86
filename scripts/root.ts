import { dirname } from 'node:path';

/** The project's root: the parent folder of `scripts/`. */
export const root = dirname(import.meta.dirname);
