import { parseArgs } from 'node:util';

const args = process.argv.slice(2);
const options = {
  drafts: { type: 'boolean', default: false },
  forum: { type: 'string', default: 'lesswrong' },
  zip: { type: 'boolean', default: false },
} as const;
const { values, tokens } = parseArgs({ args, options, strict: false, tokens: true });
const writes = tokens.every((token) => token.kind === 'option' && token.name in options);
// Each way loads what it needs alone: commands start quicker.
if (writes)
  await (
    await import('./posts/write-all.ts')
  ).writeAllPosts({ drafts: values.drafts === true, forum: String(values.forum), zip: values.zip === true });
else await (await import('./posts/run.ts')).runPostsCommand(args);
