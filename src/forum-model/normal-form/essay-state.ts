import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Essay } from '../../engine/model/essay.ts';
import type { ReviewConfig } from '../../engine/model/review.ts';
import { stringsOf } from '../../engine/model/strings/index.ts';
import type { Library } from '../../engine/model/work.ts';
import type { Collector } from './blocks.ts';

/** A format that a post is sent in. */
export type PostFormat = 'Markdown' | 'HTML';

/** What the comparison needs besides the essay: the review's settings, its works, and the format of the post. */
export type PostContext = {
  config: ReviewConfig;
  library: Library;
  format: PostFormat;
  images?: ReadonlyMap<string, string> | undefined;
  posts?: ReadonlyMap<string, string> | undefined;
};

/** State that the functions which normalize an essay share: the blocks so far, the essay and its context. */
export type EssayState = Collector & {
  essay: Essay;
  context: PostContext;
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  collect: (nodes: readonly RootContent[], within: readonly string[]) => void;
};

/** The heading above the references of a post. */
export const referencesHeading = ({ config }: Pick<PostContext, 'config'>): string =>
  stringsOf(config.locale).labels.references;

/** Returns a page of the site as an absolute address. */
export const pageOf = (path: string, { config }: PostContext): string => `${config.baseUrl.replace(/\/$/, '')}${path}`;
