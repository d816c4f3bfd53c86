import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'alignment-review-tests-';

/** Before all tests: one temporary folder for all of their projects; it is removed after them. */
export default function setUp(): () => void {
  // Vitest calls this for each of its projects. A folder in a folder would make paths too long for Chromium's sockets.
  if (tmpdir().includes(prefix)) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
