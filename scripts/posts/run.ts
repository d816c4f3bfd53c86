import { openCache } from '../../src/build/cache.ts';
import { parseCommand } from '../../src/remote/forum/commands.ts';
import { ForumError } from '../../src/remote/forum/forum-error.ts';
import { runCommand } from '../../src/remote/forum/run-command.ts';
import { readContent } from '../content.ts';
import { root } from '../root.ts';
import { recover } from '../run-command.ts';
import { createForumWorld } from './world.ts';

/** Runs `npm run posts -- …`; what goes wrong is said in a sentence or two, and ends the command with 1. */
export async function runPostsCommand(args: readonly string[]): Promise<void> {
  try {
    const asked = parseCommand(args);
    recover();
    // An essay that is not cleared is refused by name, and not as one that is not there.
    await runCommand(asked, await readContent(openCache(root), { drafts: true }), createForumWorld(root));
  } catch (error) {
    if (!(error instanceof ForumError) && !(error instanceof Error && error.constructor === Error)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exitCode = 1;
  }
}
