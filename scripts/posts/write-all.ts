import { readInputs } from '../../src/build/inputs.ts';
import { openCache } from '../../src/build/cache.ts';
import { renderPosts, writePosts } from '../../src/build/write-posts.ts';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { forums, isForum } from '../../src/engine/model/posts.ts';
import { readContent } from '../content.ts';
import { root } from '../root.ts';
import { runCommand } from '../run-command.ts';
import { formatCounts } from './format-counts.ts';

export type WriteAllOptions = {
  drafts: boolean;
  /** The forum that they are for, as named on the command line. */
  forum: string;
  zip: boolean;
};

/** Writes each essay as a post into `posts/`, proved against the forums' own conversion; counts what comes out of it. */
export const writeAllPosts = ({ drafts, forum, zip }: WriteAllOptions): Promise<void> =>
  runCommand(async () => {
    if (!isForum(forum)) {
      process.stderr.write(
        `No forum is called \`${forum}\`. Choose one of ${forums.map((one) => `\`${one}\``).join(', ')}.\n`,
      );
      process.exit(1);
    }
    const inputs = readInputs(root);
    const cache = openCache(root, inputs.code);
    const review = await readContent(cache, { drafts });
    const posts = await renderPosts(review, { cache, forum });
    const lost = posts.flatMap(({ messages }) => messages);
    if (lost.length > 0) {
      process.stderr.write(formatMessages(lost));
      process.exit(1);
    }
    const { isNew } = await writePosts(root, { posts, review }, { cache, inputs, forum, zip });
    const forms = `as Markdown, HTML and plain text${zip ? ', and all of them as posts.zip' : ''}`;
    process.stdout.write(`${formatCounts(posts)}\n`);
    process.stdout.write(
      isNew
        ? `Wrote ${posts.length} posts into posts/, ${forms}; all that is counted here comes out of the forums' conversion.\n`
        : `Nothing has changed: posts/ holds ${posts.length} posts, ${forms}.\n`,
    );
  });
