import { parseArgs } from 'node:util';
import { renderPosts, writePosts } from '../src/build/write-posts.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { forums, isForum } from '../src/engine/model/forum.ts';
import { openStore, readContent } from './content.ts';
import { formatCounts } from './posts/format-counts.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({
  options: { drafts: { type: 'boolean', default: false }, forum: { type: 'string', default: 'lesswrong' }, zip: { type: 'boolean', default: false } },
});
await runCommand(async () => {
  const { drafts, forum, zip } = values;
  if (!isForum(forum)) {
    process.stderr.write(`\`${forum}\` is no forum that posts are written for. Name one of ${forums.join(', ')}.\n`);
    process.exit(1);
  }
  const store = openStore();
  const review = readContent(store, { drafts });
  const posts = await renderPosts(review, { store, forum });
  const lost = posts.flatMap(({ messages }) => messages);
  if (lost.length > 0) {
    process.stderr.write(formatMessages(lost));
    process.exit(1);
  }
  const isNew = await writePosts(root, { posts, review }, { store, forum, zip });
  process.stdout.write(`${formatCounts(posts)}\n`);
  const forms = `as Markdown, HTML and plain text${zip ? ', and all of them as posts.zip' : ''}`;
  process.stdout.write(isNew
    ? `Wrote ${posts.length} posts into posts/, ${forms}; everything counted here comes out of the forums' conversion whole.\n`
    : `Nothing has changed: posts/ holds ${posts.length} posts, ${forms}.\n`);
});
