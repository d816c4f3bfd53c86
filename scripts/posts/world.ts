import { publicForums, type World } from '../../src/remote/forum/world.ts';
import { confirm } from '../confirm.ts';
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
