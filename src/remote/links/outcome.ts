import * as z from 'zod';
import { Name } from '../../engine/model/work.ts';

/** The fields of a record that are compared with our entry. */
export const Described = z.object({
  title: z.string(),
  names: z.array(Name),
  years: z.object({ first: z.number(), last: z.number() }).nullable(),
});
export type Described = z.infer<typeof Described>;

/** The Wayback Machine's copy of a missing page: its address and the ISO day of its capture. */
export const Copy = z.object({ url: z.string(), on: z.string() });
export type Copy = z.infer<typeof Copy>;

/** The status of a target. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fine'), record: Described.nullable() }),
  z.object({ kind: z.literal('moved'), to: z.string() }),
  /** Removed, or never existed: `why` has the status, or says that the host is unknown. */
  z.object({ kind: z.literal('dead'), why: z.string(), copy: Copy.nullable() }),
  /** Unknown: no answer, or a server error. */
  z.object({ kind: z.literal('unreachable'), why: z.string(), copy: Copy.nullable() }),
  /** Rate-limited, with a longer wait than `maxWaitMs`. */
  z.object({ kind: z.literal('busy') }),
  /** The server rejects programs. */
  z.object({ kind: z.literal('refused'), status: z.number() }),
]);
export type Outcome = z.infer<typeof Outcome>;
