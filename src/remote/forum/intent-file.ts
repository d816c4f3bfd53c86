import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import type { Copy } from './ledger-file.ts';
import { writeWhole } from './write-whole.ts';

/** What a run was about to send when it stopped, if it did; kept under `.cache/`, because it concerns this machine alone. */
export const Intent = z.strictObject({
  /** The post that was to change; null where one was to be made. */
  id: z.string().nullable(),
  title: z.string(),
  /** The digest of what was being sent, as the ledger has it, and its text. */
  sent: z.string(),
  markdown: z.string(),
  /** True where a draft that was empty is being filled. */
  isFilling: z.boolean().default(false),
  /** Digests of edits that the forum asked not to try again. */
  final: z.array(z.string()).default([]),
});
export type Intent = z.infer<typeof Intent>;

const pathOf = (root: string, { slug, forum }: Copy): string => join(root, '.cache', 'push', `${slug}.${forum}.json`);

export function readIntent(root: string, copy: Copy): Intent | null {
  const path = pathOf(root, copy);
  if (!existsSync(path)) return null;
  const parsed = Intent.safeParse(parseJson(readFileSync(path, 'utf8')));
  return parsed.success ? parsed.data : null;
}

export const writeIntent = (root: string, copy: Copy, intent: Intent): void =>
  writeWhole(pathOf(root, copy), `${JSON.stringify(intent, null, 2)}\n`);

export const removeIntent = (root: string, copy: Copy): void => rmSync(pathOf(root, copy), { force: true });

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
