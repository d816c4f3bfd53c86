import { dirname } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseArguments } from '../scripts/arguments.ts';
import { run } from './project.ts';

const root = dirname(import.meta.dirname);
const commands = ['build', 'check', 'new', 'cite', 'dev', 'start', 'bench', 'bench/dev', 'test'];

describe('every command', () => {
  it.each(commands)('%s prints its help with --help', (command) => {
    const { stdout, stderr, status } = run(root, command, '--help');
    expect(stdout).toMatch(/^npm (?:run [a-z:]+|test) -- .*\n\n[A-Z].*\n\n {2}[\s\S]*--help +Prints this\.\n$/);
    expect([stderr, status]).toEqual(['', 0]);
  });

  it.each(commands)('%s says in one sentence that it does not know an option', (command) => {
    const { stdout, stderr, status } = run(root, command, '--zzz');
    expect(stderr).toMatch(/^Unknown option `--zzz`; `npm .* -- --help` lists what `npm .*` understands\.\n$/);
    expect([stdout, status]).toEqual(['', 1]);
  });
});

describe('arguments', () => {
  const command = {
    name: 'build',
    help: 'Builds.',
    options: { drafts: { type: 'boolean', default: false, help: 'Includes drafts.' } },
  } as const;

  it('are values', () => {
    expect(parseArguments(command, ['--drafts'])).toMatchObject({ arguments: { values: { drafts: true } } });
  });

  it.each([
    [['--draft'], 'Unknown option `--draft`; did you mean `--drafts`?'],
    [['site'], 'Unknown argument `site`; `npm run build -- --help` lists what `npm run build` understands.'],
    [['-x'], 'Unknown option `-x`; `npm run build -- --help` lists what `npm run build` understands.'],
  ])('%s are refused', (args, text) => {
    expect(parseArguments(command, args)).toEqual({ kind: 'refusal', text });
  });
});

describe('a command of commands', () => {
  it('asks whether another was meant', () => {
    const { stderr, status } = run(root, 'new', 'esay', 'A title');
    expect([stderr, status]).toEqual(['Unknown kind `esay`; did you mean `essay`?\n', 1]);
  });
});

describe('npm run check -- --explain', () => {
  it('prints the text of a rule', () => {
    const { stdout, status } = run(root, 'check', '--explain', 'unknown-work');
    expect(stdout).toContain('unknown-work (error)\n\nA citation names a key that is not in `bibliography/`.');
    expect(status).toBe(0);
  });

  it('asks whether another rule was meant', () => {
    const { stderr, status } = run(root, 'check', '--explain', 'unknown-wrk');
    expect([stderr, status]).toEqual(['Unknown rule `unknown-wrk`; did you mean `unknown-work`?\n', 1]);
  });
});
