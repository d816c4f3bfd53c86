import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod';
import { parseJson } from '../../http/parse-json.ts';
import type { Project } from './ledger.ts';

/**
 * What a run was about to send. It is written before the request and removed when the ledger has the result. If a run
 * was killed or lost an answer, the next run completes it. It is under `.cache/`, because it concerns only this
 * machine.
 */
const Intent = z.strictObject({ title: z.string(), text: z.string() });
type Intent = z.infer<typeof Intent>;

const fileOf = (slug: string): string => join('.cache', 'push', `${slug}.json`);

/** Returns what an earlier run of an essay did not complete, or null. */
export function readIntent(root: string, slug: string): Intent | null {
  const path = join(root, fileOf(slug));
  if (!existsSync(path)) return null;
  return Intent.safeParse(parseJson(readFileSync(path, 'utf8'))).data ?? null;
}

export const writeIntent = ({ writeFiles }: Project, slug: string, { title, text }: Intent): void =>
  writeFiles(new Map([[fileOf(slug), `${JSON.stringify({ title, text }, null, 2)}\n`]]));

export const removeIntent = (root: string, slug: string): void => rmSync(join(root, fileOf(slug)), { force: true });
