import { openStore } from '../../src/build/store.ts';
import { renderPosts, writePosts } from '../../src/build/write-posts.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { readContent } from '../content.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';

/** Writes each essay as a post into `posts/`, proved against the forums' own conversion. */
export const writeAllPosts = ({ drafts }: { drafts: boolean }): Promise<void> => runCommand(async () => {
  const store = openStore(root);
  const posts = await renderPosts(await readContent(store, { drafts }), store);
  const lost = posts.flatMap(({ messages }) => messages);
  if (lost.length > 0) {
    process.stderr.write(formatMessages(lost));
    process.exit(1);
  }
  const isNew = await writePosts(root, posts, store);
  process.stdout.write(isNew
    ? `Wrote ${posts.length} posts into posts/, as Markdown and as HTML; both survive the forums' conversion whole.\n`
    : `Nothing has changed: posts/ holds ${posts.length} posts, as Markdown and as HTML.\n`);
});
