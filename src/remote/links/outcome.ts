import * as z from 'zod';
import { Name } from '../../engine/model/work.ts';

/** What is compared of a record with our entry. */
export const Described = z.object({
  title: z.string(),
  names: z.array(Name),
  years: z.object({ first: z.number(), last: z.number() }).nullable(),
});
export type Described = z.infer<typeof Described>;

/** A copy of a page that is gone, in the Wayback Machine: its address and the ISO day it was made. */
export const Copy = z.object({ url: z.string(), on: z.string() });
export type Copy = z.infer<typeof Copy>;

/** The status of a target. */
export const Outcome = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('fine'), record: Described.nullable() }),
  z.object({ kind: z.literal('moved'), to: z.string() }),
  /** Gone, or never there: the status says which, or the host has no such name. */
  z.object({ kind: z.literal('dead'), why: z.string(), copy: Copy.nullable() }),
  /** Nobody can say: no answer, or one that speaks of a failure there. */
  z.object({ kind: z.literal('unreachable'), why: z.string(), copy: Copy.nullable() }),
  /** Asked too often, and not to be asked again for longer than is waited. */
  z.object({ kind: z.literal('busy') }),
  /** Programs are not let in. */
  z.object({ kind: z.literal('refused'), status: z.number() }),
]);
export type Outcome = z.infer<typeof Outcome>;
