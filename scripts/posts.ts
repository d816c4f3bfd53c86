import { parsePostsCommand, usage, type PostsCommand } from './posts/options.ts';

try {
  await run(parsePostsCommand(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof Error) || error.constructor !== Error) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}

/** Each kind of command loads what it needs alone, so that it starts quickly. */
async function run(command: PostsCommand): Promise<void> {
  switch (command.kind) {
    case 'help':
      return void process.stdout.write(usage);
    case 'write':
      return (await import('./posts/write-all.ts')).writeAllPosts(command);
    default:
      return (await import('./posts/run-forum.ts')).runOnForum(command);
  }
}
