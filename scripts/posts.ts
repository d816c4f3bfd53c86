import { writeAllPosts } from './posts/write-all.ts';
import { runPostsCommand } from './posts/run.ts';

const args = process.argv.slice(2);
const isWriting = args.every((arg) => arg === '--drafts');
await (isWriting ? writeAllPosts({ drafts: args.length > 0 }) : runPostsCommand(args));
