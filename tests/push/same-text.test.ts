import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openCache } from '../../src/build/cache.ts';
import { drawPostImages, withPublishedEssays } from '../../src/build/draw-post-images.ts';
import { renderPosts } from '../../src/build/write-posts.ts';
import { fillEvidenceMaps } from '../../src/engine/fill-evidence-maps.ts';
import { shownPart } from '../../src/engine/model/published.ts';
import type { Review } from '../../src/engine/model/review.ts';
import { createParseCache, parseReview } from '../../src/engine/parse-review.ts';
import { pathsOf } from '../../src/post-images/read-post-images.ts';
import { essayOf, renderPost } from '../../src/remote/forum/push/render-post.ts';
import { fixtures, readFixture } from '../fixture-review.ts';

const finding = (id: string): string => `
<Finding id="${id}" consideration="transfer" direction="for" certainty="low" because="indirect">

Loss falls as a power law [@kaplan2020scaling].

</Finding>
`;

/** A cleared essay with charts and an evidence map, and a draft with a finding. */
function readReview(): Review {
  const sources = readFixture(join(fixtures, 'essays', 'chart'));
  const pathOf = (slug: string): string => `content/essays/${slug}/index.mdx`;
  const text = `${sources.texts.get(pathOf('essay')) ?? ''}\n<EvidenceMap />\n${finding('find-published')}`;
  const draft = text.replace('status: cleared, by: checklist, on: 2026-01-02', 'status: draft');
  const texts = new Map([
    ...sources.texts,
    [pathOf('essay'), text],
    [pathOf('unfinished'), `${/^---\n.*?\n---\n/s.exec(draft)?.[0] ?? ''}${finding('find-unfinished')}`],
    ['content/review.yaml', (sources.texts.get('content/review.yaml') ?? '').replace('[essay]', '[essay, unfinished]')],
  ]);
  const { review, messages } = parseReview({ ...sources, texts }, createParseCache());
  if (review === null || messages.length > 0) throw new Error(`The fixture gave no review: ${messages.join('\n')}`);
  return review;
}

it('a push sends the text that `npm run posts` writes: with pictures of charts, and without findings of drafts', async () => {
  const root = mkdtempSync(join(tmpdir(), 'alignment-review-push-'));
  const cache = openCache(root, 'code');
  const read = readReview();
  const [written] = await renderPosts(fillEvidenceMaps(shownPart(read, { drafts: false })), { root, cache });
  const everything = fillEvidenceMaps(shownPart(read, { drafts: true }));
  const { review, images } = await drawPostImages(withPublishedEssays(everything), { root, cache });
  const post = renderPost(review, essayOf(review, 'essay'), { ledger: { posts: {} }, images: pathsOf(images) });
  expect(post.text).toBe(written?.markdown);
  expect(post.text).toContain('find-published');
  expect(post.text).not.toContain('unfinished');
  expect(post.images).toHaveLength(2);
  for (const address of post.images) {
    expect(address).toMatch(/\/essays\/essay\/(?:loss|essays)\.chart\.[0-9a-f]{12}\.png$/);
    expect(post.text).toContain(`](${address})`);
  }
});
