const args = process.argv.slice(2);
// Each way loads what it needs alone: commands start quicker.
if (args.every((arg) => arg === '--drafts')) await (await import('./posts/write-all.ts')).writeAllPosts({ drafts: args.length > 0 });
else await (await import('./posts/run.ts')).runPostsCommand(args);

export {};
