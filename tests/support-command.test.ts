import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { stringify } from 'yaml';
import * as z from 'zod';
import { runSupport } from '../scripts/support/run-support.ts';
import { entryHash } from '../src/engine/bibliography/index.ts';
import { supportPath } from '../src/engine/model/support.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import { fixtures } from './fixture-review.ts';
import { createProject, run } from './project.ts';

const slug = 'essay';
const path = supportPath(slug);
const first = 'Loss falls as a power law [@kaplan2020scaling].';

const record = (key: string, changes: Record<string, string> = {}): string =>
  Object.entries({
    verdict: 'supported',
    read: 'abstract',
    where: 'abstract',
    page: 'https://arxiv.org/abs/2001.08361',
    on: '2026-11-24',
    says: 'Loss falls as a power law.',
    ...changes,
  }).reduce((text, [field, value]) => `${text}      ${field}: ${value}\n`, `    ${key}:\n`);

/** Creates a project whose essay has this text and these records. */
function createSupported(text: string, support: string | null): string {
  const project = createProject(join(fixtures, 'base'));
  const file = join(project, 'content/essays/essay/index.mdx');
  writeFileSync(file, readFileSync(file, 'utf8').replace(first, text));
  if (support !== null) writeFileSync(join(project, path), support);
  return project;
}

/** Answers questions in order, and returns what was printed and written. Ends if there is no answer left. */
async function answerAll(project: string, answers: readonly string[] | null) {
  const { review } = parseReview(readSources(project), createParseCache());
  const essay = review?.essays[0];
  if (!review || !essay) throw new Error('The fixture gave no essay. Read its messages.');
  const printed: string[] = [];
  const asked: string[] = [];
  const left = [...(answers ?? [])];
  const ask = async (question: string): Promise<string | null> => {
    asked.push(question);
    return Promise.resolve(left.shift() ?? null);
  };
  const code = await runSupport({
    root: project,
    review,
    essay,
    today: '2026-11-26',
    print: (line) => printed.push(line),
    ask: answers && ask,
  });
  const file = join(project, path);
  return { code, printed: printed.join('\n'), asked, left, text: existsSync(file) ? readFileSync(file, 'utf8') : null };
}

const hashOf = (project: string, key: string): string => {
  const work = parseReview(readSources(project), createParseCache({ prints: false })).library?.get(key);
  return work === undefined ? '' : entryHash(work);
};

describe('npm run support', () => {
  it('asks about each pair, and writes after each answer', async () => {
    const project = createSupported(`Loss falls as a *power law* [@kaplan2020scaling; @hoffmann2022training].`, null);
    const { text, printed, code } = await answerAll(project, ['p', 'the data', 'a', '', '', 'Loss falls: yes.', 'q']);
    expect(code).toBe(0);
    expect(printed).toContain(
      '2 open, line 14\nLoss falls as a power law (Hoffmann et al., 2022; Kaplan et al., 2020).',
    );
    expect(printed).toContain('@kaplan2020scaling  Kaplan, J.');
    expect(printed).toContain('\nhttps://arxiv.org/abs/2001.08361\n');
    expect(text).toBe(`# What each cited sentence was checked against, and how its source was read.
- sentence: Loss falls as a power law [@kaplan2020scaling; @hoffmann2022training].
  works:
    kaplan2020scaling:
      entry: ${hashOf(project, 'kaplan2020scaling')}
      verdict: partly
      lacks: the data
      read: abstract
      where: abstract
      page: https://arxiv.org/abs/2001.08361
      on: 2026-11-26
      says: "Loss falls: yes."
`);
    const after = await answerAll(project, ['s', 'x', 'f', '', '§4', 'nowhere', 'https://example.org/a', 'So.', 'q']);
    expect(after.printed).toContain('Unknown answer `x`.');
    expect(after.printed).toContain('Invalid address `nowhere`: expected one such as https://example.org/.');
    expect(after.printed).toContain('Every cited sentence has a record for each of its works.');
    expect(after.left).toEqual(['q']);
    expect(run(project, 'check', '--strict', '--today', '2026-11-26').status).toBe(0);
    expect(run(project, 'support', slug, '--json').stdout).toBe('[]\n');
  });

  it('skips a pair on Enter, and ends with the input, with its answers written', async () => {
    const project = createSupported(`${first}\n\nIt falls with data [@hoffmann2022training].`, null);
    const { text, code } = await answerAll(project, ['', 's', 'a', '', '', 'So.']);
    expect(code).toBe(0);
    expect(text).toContain('It falls with data');
    expect(text).not.toContain('power law');
  });

  it('preserves comments, inserts records in the order of the essay, and adds missing hashes', async () => {
    const last = 'It stops [@hoffmann2022training].';
    const before = `# Ours.\n- sentence: ${first} # the first\n  works:\n${record('kaplan2020scaling')}\n# The last.\n- sentence: '${last}'\n  works:\n${record('hoffmann2022training', { says: "'quoted'" })}`;
    const project = createSupported(`${first}\n\nIt goes on [@merrill2023expressive].\n\n${last}`, before);
    const { text, printed } = await answerAll(project, ['s', 'e', '§1', 'https://example.org/', 'So.']);
    expect(printed).toContain('Wrote the hash of the entry into 2 records.');
    // Without quotes, a hash such as 750067e5 would be a number.
    const hash = (key: string) => `      entry: ${stringify(hashOf(project, key))}`;
    const added = `- sentence: It goes on [@merrill2023expressive].\n  works:\n${record('merrill2023expressive', { read: 'excerpt', where: '§1', page: 'https://example.org/', on: '2026-11-26', says: 'So.' })}`;
    const withHash = (text: string, key: string) => text.replace(`    ${key}:\n`, `    ${key}:\n${hash(key)}`);
    const expected = ['kaplan2020scaling', 'hoffmann2022training', 'merrill2023expressive'].reduce(
      withHash,
      before.replace('\n# The last.', `${added}\n# The last.`),
    );
    expect(text).toBe(expected);
  });

  it('offers to move the record of a slightly changed sentence', async () => {
    const before = `# Ours.\n- sentence: Loss falls as power law [@kaplan2020scaling].\n  works:\n${record('kaplan2020scaling')}`;
    const project = createSupported(first, before);
    const open = z.array(z.looseObject({})).parse(JSON.parse(run(project, 'support', '--json').stdout));
    expect(open).toEqual([
      expect.objectContaining({
        essay: slug,
        line: 14,
        why: 'changed-sentence',
        sentence: first,
        work: 'kaplan2020scaling',
        entry: hashOf(project, 'kaplan2020scaling'),
        former: expect.objectContaining({ sentence: 'Loss falls as power law [@kaplan2020scaling].' }),
      }),
    ]);
    const { text, asked } = await answerAll(project, ['y']);
    expect(asked).toEqual(['Is it still valid? [y/N, q] ']);
    expect(text).toContain(`# Ours.\n- sentence: ${first}\n  works:\n    kaplan2020scaling:\n      entry: `);
    expect(text?.match(/- sentence/g)).toHaveLength(1);
  });

  it('moves the records of several works one at a time', async () => {
    const before = `- sentence: Loss falls as power law [@kaplan2020scaling; @hoffmann2022training].\n  works:\n${record('kaplan2020scaling')}${record('hoffmann2022training')}`;
    const project = createSupported('Loss falls as a power law [@kaplan2020scaling; @hoffmann2022training].', before);
    const once = await answerAll(project, ['y', 'q']);
    expect(once.text?.match(/- sentence/g)).toHaveLength(2);
    const { text } = await answerAll(project, ['y']);
    expect(text?.match(/- sentence.*/g)).toEqual([
      '- sentence: Loss falls as a power law [@kaplan2020scaling; @hoffmann2022training].',
    ]);
    expect(text?.match(/says: /g)).toHaveLength(2);
  });

  it('asks again if the entry of a work has changed, and writes its hash', async () => {
    const before = `- sentence: ${first}\n  works:\n${record('kaplan2020scaling', { entry: "'00000000'" })}`;
    const project = createSupported(first, before);
    const { text, printed } = await answerAll(project, ['y']);
    expect(printed).toContain('The entry has changed since:\n  verdict: supported');
    expect(text).toContain(hashOf(project, 'kaplan2020scaling'));
  });

  it('reports open pairs without a terminal, and invalid arguments', async () => {
    const project = createSupported(first, null);
    const { code, printed, text } = await answerAll(project, null);
    expect([code, printed, text]).toEqual([
      1,
      '1 open, and there is no terminal to ask in. Say --json to list them.',
      null,
    ]);
    expect(run(project, 'support', 'essai').stderr).toContain(
      'Unknown essay `essai`: expected a folder of `content/essays/`; did you mean `essay`?',
    );
    expect(run(project, 'support').stderr).toContain('expected the slug of one essay');
    rmSync(join(project, 'bibliography/works.bib'));
    const broken = run(project, 'support', slug);
    expect([broken.status, broken.stderr]).toEqual([1, expect.stringContaining('Correct these first')]);
  });
});
