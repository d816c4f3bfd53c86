import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { refuseLosses } from '../../src/remote/forum/refusals.ts';
import { essayOf, renderPost } from '../../src/remote/forum/render-post.ts';
import { fixtures, parseFixture } from '../fixture-review.ts';

function render(fixture: string) {
  const { review } = parseFixture(join(fixtures, 'essays', fixture));
  if (review === null) throw new Error(`${fixture} has no review. Mend the fixture.`);
  return renderPost(review, essayOf(review, 'essay'), { forum: 'lesswrong', ledger: review.posts.value });
}

describe('a post of which the forum would not keep all', () => {
  it.each(['components', 'model-written', 'forum-syntax'])('is sent where nothing is lost: %s', (fixture) => {
    const post = render(fixture);
    expect(() => refuseLosses(post, 'draft')).not.toThrow();
    expect(() => refuseLosses(post, 'HTML')).not.toThrow();
  });

  it('is refused with the places of the essay, through the door where it is lost', () => {
    const post = render('forum-syntax');
    const [first, second, , ...others] = post.blocks;
    if (first === undefined || second === undefined) throw new Error('The fixture has too few blocks. Mend it.');
    const cut = { ...post, blocks: [first, second, ...others] };
    expect(() => refuseLosses(cut, 'draft')).toThrow(
      /^The forum would not keep all of `essay`, and nothing of it was sent\. .*\n\ncontent\/essays\/essay\/index\.mdx\n {2}\d+:\d+.*error {2}Unexpected .*\(in a draft of the post\) {2}lost-in-post\n$/s,
    );
    expect(() => refuseLosses(cut, 'HTML')).not.toThrow();
    expect(() => refuseLosses({ ...post, html: post.html.replace(/<h2>.*?<\/h2>/, '') }, 'HTML')).toThrow(
      /Unexpected .*\(in the post's HTML\)/,
    );
  });
});
