import { describe, expect, it } from 'vitest';
import { parseArguments } from '../scripts/arguments.ts';

describe('arguments', () => {
  const command = {
    name: 'build',
    help: 'Builds.',
    options: { drafts: { type: 'boolean', default: false, help: 'Includes drafts.' } },
  } as const;

  it('are parsed into values', () => {
    expect(parseArguments(command, ['--drafts'])).toMatchObject({ arguments: { values: { drafts: true } } });
  });

  it.each([
    [['--draft'], 'Unknown option `--draft`; did you mean `--drafts`?'],
    [['site'], 'Unknown argument `site`; `npm run build -- --help` lists what `npm run build` understands.'],
    [['-x'], 'Unknown option `-x`; `npm run build -- --help` lists what `npm run build` understands.'],
  ])('%s are rejected', (args, text) => {
    expect(parseArguments(command, args)).toEqual({ kind: 'refusal', text });
  });
});
