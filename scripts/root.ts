import { dirname } from 'node:path';

/** The project's root: the folder that holds `scripts/`. */
export const root = dirname(import.meta.dirname);
