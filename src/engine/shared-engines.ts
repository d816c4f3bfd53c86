import { createEngines } from './bibliography/index.ts';

/** Engines for all that parse in one process: a build parses its review and then the examples of the guide, in the same style. */
export const sharedEngines = createEngines();
