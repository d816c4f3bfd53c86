import { parseArgs } from 'node:util';
import { forums, type Forum } from '../../engine/model/posts.ts';
import { hideKeys } from './secrets.ts';
import type { Wishes } from './session.ts';

/** What `npm run posts -- …` is asked to do. */
export type Command =
  | { kind: 'status' }
  | { kind: 'diff'; slug: string }
  | { kind: 'pull'; slug: string; draft: string | null }
  | { kind: 'push'; slugs: string[]; draft: string | null; hasSequence: boolean };

/** A command with everything that was said about it. */
export type Asked = { command: Command; wishes: Wishes };

const options = {
  status: { type: 'boolean' },
  diff: { type: 'string' },
  pull: { type: 'string' },
  push: { type: 'string', multiple: true },
  draft: { type: 'string' },
  edit: { type: 'boolean' },
  sequence: { type: 'boolean' },
  forum: { type: 'string' },
  yes: { type: 'boolean' },
  'theirs-is-lost': { type: 'boolean' },
  'model-written-is-known': { type: 'boolean' },
} as const;

/** Every option, and what it is for. */
export const usage = `npm run posts                    writes posts/; with --zip, all of them as posts.zip too
npm run posts -- --status        how essays and their posts stand to each other
npm run posts -- --diff SLUG     what changed in the essay's post since it was pushed
npm run posts -- --pull SLUG     what changed in it on the forum [--draft URL]
npm run posts -- --push SLUG     shows what would be sent, and asks; "all" for every essay
    --draft URL                  into the draft of this edit link, as suggestions; without it by token
    --edit                       with --draft: at once instead of as suggestions
    --sequence                   by token: the review's sequence too
    --yes                        goes on without asking
    --theirs-is-lost             overwrites what was edited on the forum
    --model-written-is-known     the author knows what the forum says of model-written text
--forum ${forums.join('|')}`;

/** Reads the arguments. Errors hold no key, whatever was written where. */
export function parseCommand(args: readonly string[]): Asked {
  const values = parseOptions(args);
  const wishes: Wishes = {
    forum: parseForum(values.forum ?? 'lesswrong'),
    isAgreed: values.yes === true,
    theirsIsLost: values['theirs-is-lost'] === true,
    modelWrittenIsKnown: values['model-written-is-known'] === true,
    edits: values.edit === true,
  };
  return { command: commandOf(values), wishes };
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

function parseOptions(args: readonly string[]): Values {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: false }).values;
  } catch (error) {
    const said = error instanceof Error ? error.message.split('\n')[0] : '';
    throw new Error(`These options were not understood: ${hideKeys(said ?? '')}. They are:\n${usage}`);
  }
}

function commandOf(values: Values): Command {
  const asked = [values.status, values.diff, values.pull, values.push].filter((value) => value !== undefined);
  if (asked.length !== 1)
    throw new Error(`Give one of \`--status\`, \`--diff\`, \`--pull\` and \`--push\`. The options are:\n${usage}`);
  const draft = values.draft ?? null;
  if (values.diff !== undefined) return { kind: 'diff', slug: values.diff };
  if (values.pull !== undefined) return { kind: 'pull', slug: values.pull, draft };
  if (values.push === undefined) return { kind: 'status' };
  if (draft === null && values.edit === true)
    throw new Error('`--edit` belongs to `--draft`. Without a draft’s link, drafts are changed with a token, at once.');
  if (draft !== null && (values.push.length !== 1 || values.push[0] === 'all'))
    throw new Error('A link opens one draft, and several essays are to be pushed. Push one essay a link.');
  if (draft !== null && values.sequence === true)
    throw new Error('A link opens one draft and no sequence. Push the sequence with a token, without `--draft`.');
  return { kind: 'push', slugs: values.push, draft, hasSequence: values.sequence === true };
}

function parseForum(name: string): Forum {
  const forum = forums.find((one) => one === name);
  if (forum !== undefined) return forum;
  throw new Error(
    `No forum is called \`${hideKeys(name)}\`. Choose one of ${forums.map((one) => `\`${one}\``).join(', ')}.`,
  );
}
