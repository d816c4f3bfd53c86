import * as z from 'zod';

/** The id of something in a YAML file, which texts name it by. */
export const Id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'lower-case words joined by `-`');
