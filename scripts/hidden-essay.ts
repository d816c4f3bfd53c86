import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { answerFile, answerSlug } from '../src/engine/model/answer.ts';
import { root } from './root.ts';

/** Returns whether the project contains an essay, cleared or not. */
export const isEssay = (slug: string): boolean =>
  existsSync(join(root, slug === answerSlug ? answerFile : `content/essays/${slug}/index.mdx`));

/** Returns why an essay of the project is in no output. */
export const reasonHidden = (slug: string): string =>
  `Essay \`${slug}\` is not cleared: expected \`status: cleared\` in its frontmatter.`;
