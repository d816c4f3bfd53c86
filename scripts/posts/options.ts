import { parseArgs } from 'node:util';
import type { ForumCommand } from '../../src/remote/forum/command.ts';

/** What `npm run posts` is asked to do: print its help, write the posts, or talk to the forum. */
export type PostsCommand = { kind: 'help' } | { kind: 'write'; drafts: boolean; zip: boolean } | ForumCommand;

const options = {
  help: { type: 'boolean', short: 'h' },
  drafts: { type: 'boolean' },
  zip: { type: 'boolean' },
  status: { type: 'boolean' },
  diff: { type: 'string' },
  pull: { type: 'string' },
  push: { type: 'string', multiple: true },
  sequence: { type: 'boolean' },
  'alignment-forum': { type: 'boolean' },
  yes: { type: 'boolean' },
  'overwrite-remote': { type: 'boolean' },
  'update-published': { type: 'boolean' },
  'acknowledge-llm-policy': { type: 'boolean' },
} as const;

/** Every option of `npm run posts`, and what it does. */
export const usage = `npm run posts                    checks, then writes each essay as a post into posts/
    --drafts                     essays that are not cleared too
    --zip                        all of them as posts/posts.zip too

With the token of a LessWrong account in LESSWRONG_TOKEN:

npm run posts -- --status        shows which posts are in step with their essays
npm run posts -- --diff SLUG     shows what changed in the essay since it was pushed
npm run posts -- --pull SLUG     shows what changed on LessWrong since it was pushed
npm run posts -- --push SLUG     shows what would be sent, asks, and sends it; "all" for every essay
    --sequence                   the review's sequence too
    --alignment-forum            marks the posts for the Alignment Forum (its members only)
    --yes                        sends without asking
    --overwrite-remote           replaces what was edited on LessWrong
    --update-published           changes posts that readers can see
    --acknowledge-llm-policy     you have read LessWrong's policy on text that a language model wrote
`;

/** Reads the arguments; one that is not understood is an error with the usage. */
export function parsePostsCommand(args: readonly string[]): PostsCommand {
  const values = parseValues(args);
  if (values.help === true) return { kind: 'help' };
  const given = [values.status, values.diff, values.pull, values.push].filter((value) => value !== undefined);
  if (given.length > 1) throw new Error(`Give one of \`--status\`, \`--diff\`, \`--pull\` and \`--push\`.\n\n${usage}`);
  if (values.status === true) return { kind: 'status' };
  if (values.diff !== undefined) return { kind: 'diff', slug: values.diff };
  if (values.pull !== undefined) return { kind: 'pull', slug: values.pull };
  if (values.push !== undefined) return { kind: 'push', slugs: values.push, options: pushOptionsOf(values) };
  const orphan = pushOnly.find((name) => values[name] === true);
  if (orphan !== undefined) throw new Error(`\`--${orphan}\` belongs to \`--push SLUG\`.\n\n${usage}`);
  return { kind: 'write', drafts: values.drafts === true, zip: values.zip === true };
}

const pushOnly = [
  'sequence',
  'alignment-forum',
  'yes',
  'overwrite-remote',
  'update-published',
  'acknowledge-llm-policy',
] as const;

type Values = ReturnType<typeof parseValues>;

const pushOptionsOf = (values: Values) => ({
  hasSequence: values.sequence === true,
  forAlignmentForum: values['alignment-forum'] === true,
  isAgreed: values.yes === true,
  overwritesRemote: values['overwrite-remote'] === true,
  updatesPublished: values['update-published'] === true,
  acknowledgesPolicy: values['acknowledge-llm-policy'] === true,
});

function parseValues(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (cause) {
    const said = cause instanceof Error ? (cause.message.split('. ')[0] ?? '') : '';
    throw new Error(`${said}.\n\n${usage}`, { cause });
  }
}
