import { posix } from 'node:path';
import type { Essay } from '../../engine/model/essay.ts';
import { publicPosts, type Forum, type PostLedger } from '../../engine/model/posts.ts';
import type { Review } from '../../engine/model/review.ts';
import { toAbsolute } from '../../engine/render/forum/context.ts';
import {
  renderForumBlocks,
  renderForumHtml,
  type ForumContext,
  type PostBlock,
} from '../../engine/render/forum/index.ts';
import { digestOf } from './meaning.ts';
import { hideKeys } from './secrets.ts';
import { printBlocks } from './units.ts';

/** An essay as it would be sent to a forum. */
export type RenderedPost = {
  essay: Essay;
  title: string;
  /** The canonical page, to which the first line links. */
  page: string;
  /** Addresses of the images on the site. */
  images: string[];
  blocks: PostBlock[];
  /** The blocks as one Markdown. */
  markdown: string;
  html: string;
  /** What it was rendered for. */
  context: ForumContext;
  /** Changes with anything that would be sent. */
  digest: string;
};

/** Renders an essay's post for a forum; links between essays lead to posts that are public there. */
export function renderPost(
  review: Review,
  essay: Essay,
  { forum, ledger }: { forum: Forum; ledger: PostLedger },
): RenderedPost {
  const context: ForumContext = {
    config: review.config.value,
    library: review.library,
    forum,
    posts: publicPosts(ledger, forum),
  };
  const blocks = renderForumBlocks(essay, context);
  const html = renderForumHtml(essay, context);
  const markdown = printBlocks(blocks);
  const { title } = essay.frontmatter;
  return {
    essay,
    title,
    page: toAbsolute(`/essays/${essay.slug}/`, context),
    images: essay.images.map((file) => toAbsolute(`/essays/${essay.slug}/${posix.normalize(file)}`, context)),
    blocks,
    markdown,
    html,
    context,
    digest: digestOf(title, markdown, html),
  };
}

/** The essay of a slug, or an error that names those that there are. */
export function essayOf({ essays }: Review, slug: string): Essay {
  const essay = essays.find((one) => one.slug === slug);
  if (essay !== undefined) return essay;
  throw new Error(
    `No essay has the slug \`${hideKeys(slug)}\`. Choose one of ${essays.map((one) => `\`${one.slug}\``).join(', ')}.`,
  );
}
