import { posix } from 'node:path';
import type { Essay } from '../../engine/model/essay.ts';
import { publicPosts } from '../../engine/model/posts.ts';
import type { Review } from '../../engine/model/review.ts';
import { stringsOf } from '../../engine/model/strings/index.ts';
import { renderForumBlocks, renderForumPost, type ForumContext } from '../../engine/render/forum/index.ts';
import { renderSiteEssay } from '../../engine/render/site/index.ts';
import { proveDoors, type Door, type PostForms, type Proof } from '../../forum-model/index.ts';
import { dressPost } from './dress-post.ts';
import { listLosses, type PlacedLoss } from './list-losses.ts';
import { markEssay } from './mark-essay.ts';
import { markPost } from './mark-post.ts';
import { putNotesLast } from './notes-last.ts';
import { pairSections } from './pair-sections.ts';
import type { Preview, PreviewedDoor } from './preview.ts';

/** The path under which the site is served, with a slash at both ends, beside the review. */
export type PreviewContext = { review: Review; base: string };

/** An essay's post for LessWrong and the Alignment Forum as they would show it, beside the site's text. */
export function renderPreview(essay: Essay, context: PreviewContext): Preview {
  const forum = forumContext(context.review);
  return previewForms(essay, { ...renderForumPost(essay, forum), blocks: renderForumBlocks(essay, forum) }, context);
}

const forumContext = ({ config, library, posts }: Review): ForumContext => ({
  config: config.value,
  library,
  posts: publicPosts(posts.value, 'lesswrong'),
});

/** The same of a post that is given. */
export function previewForms(essay: Essay, forms: PostForms, context: PreviewContext): Preview {
  const proofs = proveDoors(essay, forms, { ...forumContext(context.review), readings: new Map() });
  const losses = listLosses(essay, proofs);
  const tree = markEssay(essay.tree, losses);
  putNotesLast(tree);
  const site = renderSite({ ...essay, tree }, context);
  return {
    markdown: forms.markdown,
    html: forms.html,
    doors: proofs.map((proof) => showDoor(proof, { losses, site, context })),
    losses: losses.map(({ number, reason, place, doors }) => ({ number, reason, place, doors })),
  };
}

type Beside = { losses: readonly PlacedLoss[]; site: string; context: PreviewContext };

function showDoor(
  [door, { tree, counts }]: [Door, Proof],
  { losses, site, context: { review, base } }: Beside,
): PreviewedDoor {
  const marks = losses.flatMap(({ number, found }) => {
    const difference = found.get(door);
    return difference === undefined ? [] : [{ number, difference }];
  });
  markPost(tree, marks);
  dressPost(tree, { baseUrl: review.config.value.baseUrl.replace(/\/?$/, '/'), base });
  return { door, counts, rows: pairSections(tree, site, stringsOf(review.config.value.locale).labels.references) };
}

function renderSite(essay: Essay, { review: { library, config }, base }: PreviewContext): string {
  const imageOf = (src: string) => {
    const original = `${base}essays/${essay.slug}/${posix.normalize(src)}`;
    return { src: original, original };
  };
  return renderSiteEssay(essay, { library, base, strings: stringsOf(config.value.locale), imageOf });
}
