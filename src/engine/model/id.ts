import * as z from 'zod';

/** The id of an item in a YAML file, by which texts refer to it. */
export const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by `-`');
