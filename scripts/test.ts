import { spawnSync } from 'node:child_process';
import { ensureBrowser } from './browser.ts';
import { root } from './root.ts';

const env = { ...process.env, CHROMIUM: ensureBrowser() };
const names = process.argv.slice(2);
const wholeProject = [
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['astro-check', '--root', '.', '--minimumFailingSeverity', 'hint'],
];
const steps = [
  ...(names.length === 0 ? wholeProject : []),
  ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...names],
];
for (const step of steps) {
  const { status } = spawnSync('npx', ['--no-install', ...step], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
