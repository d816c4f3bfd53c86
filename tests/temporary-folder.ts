import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const prefix = 'alignment-review-tests-';

/** Creates one temporary folder for all projects of the tests, and returns a function that removes it. */
export default function setUp(): () => void {
  // Vitest calls this for each of its projects. Nested folders would make paths too long for Chromium's sockets.
  if (tmpdir().includes(prefix)) return () => undefined;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.env.TMPDIR = folder;
  return () => rmSync(folder, { recursive: true, force: true });
}
