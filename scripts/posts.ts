import { refuse } from './arguments.ts';
import { parsePostsCommand, type PostsCommand } from './posts/options.ts';

const parsed = parsePostsCommand(process.argv.slice(2));
if (parsed.kind === 'command') await run(parsed.command);
else if (parsed.kind === 'refusal') refuse(parsed.text);
else process.stdout.write(parsed.text);

/** Each kind of command loads only what it needs, so that it starts quickly. */
async function run(command: PostsCommand): Promise<void> {
  if (command.kind === 'write') return (await import('./posts/write-all.ts')).writeAllPosts(command);
  return (await import('./posts/run-forum.ts')).runOnForum(command);
}
