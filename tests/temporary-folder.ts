import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Before all tests: one temporary folder for all of their projects; it is removed after them. */
export default function setUp(): () => void {
  const folder = mkdtempSync(join(tmpdir(), 'alignment-review-tests-'));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
