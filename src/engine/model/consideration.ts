import * as z from 'zod';
import { Id } from './id.ts';

/** A question that the review's answer turns on; an item of `content/considerations.yaml`. */
export const Consideration = z.strictObject({
  id: Id.describe('What findings name it by; a part of addresses.'),
  question: z.string().min(1).describe('The question, as a sentence.'),
  why: z.string().min(1).describe('Why the answer of the review depends on it.'),
  favours: z.string().min(1).describe('Which answers to the question favour automating alignment research.'),
  changes: z.string().min(1).describe('What result would change the answer to the question.'),
});
export type Consideration = z.infer<typeof Consideration>;

/** Path of the file from the project's root; the file is optional. */
export const considerationsFile = 'content/considerations.yaml';
