import { spawnSync } from 'node:child_process';
import { readArguments } from './arguments.ts';
import { ensureBrowser } from './browser.ts';
import { root } from './root.ts';

/** Tests that try as many random inputs as there is time for: more of them with `LONG=1` (`tests/long.ts`). */
const longTests = ['tests/fuzz.test.ts', 'tests/random-essays.test.ts', 'tests/push/faults.test.ts'];

const { values, positionals } = readArguments({
  name: 'test',
  help: 'Runs all tests, and checks form and types; or the tests of the files that are named.',
  positionals: '[FILE…]',
  options: {
    testNamePattern: { type: 'string', short: 't', value: 'NAME', help: 'Runs tests whose names match.' },
    update: { type: 'boolean', short: 'u', default: false, help: 'Renews file snapshots.' },
    long: { type: 'boolean', default: false, help: 'Runs what is long by nature: thousands of random inputs.' },
  },
});
const names = values.long && positionals.length === 0 ? longTests : positionals;
const options = [
  ...(values.testNamePattern === undefined ? [] : ['-t', values.testNamePattern]),
  ...(values.update ? ['-u'] : []),
];
const env = { ...process.env, CHROMIUM: ensureBrowser(), ...(values.long ? { LONG: '1' } : {}) };
const wholeProject = [
  ['prettier', '--check', '--log-level', 'warn', '.'],
  ['eslint', '.', '--max-warnings', '0'],
  ['astro-check', '--root', '.', '--minimumFailingSeverity', 'hint'],
];
const steps = [
  ...(names.length + options.length === 0 ? wholeProject : []),
  ['vitest', 'run', '--config', 'tests/vitest.config.ts', ...names, ...options],
];
for (const step of steps) {
  const { status } = spawnSync('npx', ['--no-install', ...step], { cwd: root, env, stdio: 'inherit' });
  if (status !== 0) process.exit(status ?? 1);
}
