import * as z from 'zod';
import { Frontmatter } from './model/essay.ts';

const { shape } = Frontmatter;

/** Each field with a value that no check speaks of, where it cannot be read itself. */
const Readable = z.object({
  title: shape.title.catch(''),
  description: shape.description.catch(''),
  standfirst: shape.standfirst.catch(''),
  domain: shape.domain.catch(''),
  authors: shape.authors.catch([]),
  published: shape.published.catch('0001-01-01'),
  updated: shape.updated.catch('9999-12-31'),
  searched: shape.searched.catch('9999-12-31'),
  clearance: shape.clearance.catch({ status: 'draft' }),
  drafting: shape.drafting.catch({ mode: 'human', models: [], reviewedBy: [] }),
  tags: shape.tags.catch([]),
  retired: shape.retired.catch(undefined),
});

/** What can be read of a frontmatter with errors, for checks alone: with an error no output is written. */
export const readableFrontmatter = (raw: unknown): Frontmatter =>
  Readable.parse(typeof raw === 'object' && raw !== null ? raw : {});
