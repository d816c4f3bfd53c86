import { renderPosts, writePosts } from '../src/build/write-posts.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { readContent } from './content.ts';
import { runPostsCommand } from './posts/run.ts';
import { root } from './root.ts';

const args = process.argv.slice(2);
if (args.length > 0) await runPostsCommand(args);
else writeAll();

function writeAll(): void {
  const posts = renderPosts(readContent());
  const lost = posts.flatMap(({ messages }) => messages);
  if (lost.length > 0) {
    process.stderr.write(formatMessages(lost));
    process.exit(1);
  }
  writePosts(root, posts);
  process.stdout.write(`Wrote ${posts.length} posts into posts/, as Markdown and as HTML; both survive the forums' conversion whole.\n`);
}
