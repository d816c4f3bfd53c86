import * as z from 'zod';
import { Frontmatter } from './model/essay.ts';

const { shape } = Frontmatter;

/** Each field, with a default that no check reports if the field is invalid. */
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

/**
 * Returns the valid fields of a frontmatter with errors. Only for checks: no output is written if there is an error.
 */
export const readableFrontmatter = (raw: unknown): Frontmatter =>
  Readable.parse(typeof raw === 'object' && raw !== null ? raw : {});
