import { createInterface } from 'node:readline/promises';
import { publicForums, type World } from '../../src/remote/forum/world.ts';
import { createWorld } from '../world.ts';

/** The world as it is, and the person at the terminal. */
export const createForumWorld = (root: string): World => ({
  ...createWorld(),
  print: (line) => void process.stdout.write(`${line}\n`),
  confirm,
  root,
  forums: publicForums,
  tokenOf: (variable) => process.env[variable]?.trim() || null,
});

async function confirm(question: string): Promise<boolean | null> {
  if (!process.stdin.isTTY) return null;
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return /^y(?:es)?$/i.test((await terminal.question(`${question} [y/N] `)).trim());
  } finally {
    terminal.close();
  }
}
