import type { ForumCommand } from '../../src/remote/forum/command.ts';
import { parseArguments, refusalOf, type Parsed } from '../arguments.ts';

/** The commands of `npm run posts`: write the posts, or communicate with the forum. */
export type PostsCommand = { kind: 'write'; drafts: boolean; zip: boolean } | ForumCommand;

const command = {
  name: 'posts',
  help: 'Checks, then writes each essay as a post into posts/. With --status, --diff, --pull or --push it talks to LessWrong, as the account whose token is in LESSWRONG_TOKEN.',
  options: {
    drafts: { type: 'boolean', help: 'Also writes essays that are not cleared.' },
    zip: { type: 'boolean', help: 'Also writes all posts as posts/posts.zip.' },
    status: { type: 'boolean', help: 'Shows which posts are up to date with their essays.' },
    diff: { type: 'string', value: 'SLUG', help: 'Shows what changed in the essay since it was pushed.' },
    pull: { type: 'string', value: 'SLUG', help: 'Shows what changed on LessWrong since it was pushed.' },
    push: {
      type: 'string',
      multiple: true,
      value: 'SLUG',
      help: 'Shows what would be sent, asks, and sends it; "all" for every cleared essay.',
    },
    sequence: { type: 'boolean', help: 'With --push: also updates the review’s sequence.' },
    'alignment-forum': {
      type: 'boolean',
      help: 'With --push: marks the posts for the Alignment Forum (its members only).',
    },
    yes: { type: 'boolean', help: 'With --push: sends without asking.' },
    'overwrite-remote': { type: 'boolean', help: 'With --push: replaces what was edited on LessWrong.' },
    'update-published': { type: 'boolean', help: 'With --push: changes posts that readers can see.' },
    'acknowledge-llm-policy': {
      type: 'boolean',
      help: 'With --push: you have read LessWrong’s policy on text that a language model wrote.',
    },
  },
} as const;

const pushOnly = [
  'sequence',
  'alignment-forum',
  'yes',
  'overwrite-remote',
  'update-published',
  'acknowledge-llm-policy',
] as const;

/** Parses the arguments into a command, the text of the help, or a sentence about an invalid argument. */
export function parsePostsCommand(
  args: readonly string[],
): { kind: 'command'; command: PostsCommand } | { kind: 'help' | 'refusal'; text: string } {
  const parsed = parseArguments(command, args);
  if (parsed.kind !== 'arguments') return parsed;
  const { values } = parsed.arguments;
  const given = [values.status, values.diff, values.pull, values.push].filter((value) => value !== undefined);
  const orphan = values.push === undefined ? pushOnly.find((name) => values[name] === true) : undefined;
  if (given.length > 1)
    return { kind: 'refusal', text: refusalOf(command, 'Give one of `--status`, `--diff`, `--pull` and `--push`') };
  if (orphan !== undefined)
    return { kind: 'refusal', text: refusalOf(command, `\`--${orphan}\` belongs to \`--push SLUG\``) };
  return { kind: 'command', command: commandOf(values) };
}

type Values = Extract<Parsed<typeof command.options>, { kind: 'arguments' }>['arguments']['values'];

function commandOf(values: Values): PostsCommand {
  if (values.status === true) return { kind: 'status' };
  if (values.diff !== undefined) return { kind: 'diff', slug: values.diff };
  if (values.pull !== undefined) return { kind: 'pull', slug: values.pull };
  if (values.push === undefined) return { kind: 'write', drafts: values.drafts === true, zip: values.zip === true };
  return {
    kind: 'push',
    slugs: values.push,
    options: {
      hasSequence: values.sequence === true,
      forAlignmentForum: values['alignment-forum'] === true,
      isAgreed: values.yes === true,
      overwritesRemote: values['overwrite-remote'] === true,
      updatesPublished: values['update-published'] === true,
      acknowledgesPolicy: values['acknowledge-llm-policy'] === true,
    },
  };
}
