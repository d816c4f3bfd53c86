import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { isLong } from '../long.ts';
import { PushProject } from './push-project.ts';

let project: PushProject;
beforeEach(async () => {
  project = await PushProject.create();
});
afterEach(() => project.close());

const essay = 'content/essays/essay/index.mdx';

/** Moves the section under one heading after the next one. */
const moveSection = (text: string): string =>
  text.replace(
    /(## Limits\n[\s\S]*?)(## Prices\n[\s\S]*)$/,
    (_, limits: string, prices: string) => `${prices}\n\n${limits}`,
  );

/** Every kind of change that authors make, as an edit of the essay. */
const changes: [string, (text: string) => string][] = [
  ['a sentence', (text) => text.replace('None were found', 'No limits were found')],
  ['a moved section', moveSection],
  ['a cell of a table', (text) => text.replace('| small | 5 |', '| small | 6 |')],
  ['a row of a table', (text) => text.replace('| large | 10 |', '| large | 10 |\n| huge | 20 |')],
  ['an inline formula', (text) => text.replace('$L(N) = a N^{-b}$', '$L(N) = a N^{-c}$')],
  ['a display formula', (text) => text.replace('\\sum_i x_i < 2', '\\prod_i x_i < 2')],
  ['a footnote', (text) => text.replace('matched to the length', 'fitted to the length')],
  [
    'another footnote before the first',
    (text) => text.replace('Loss falls', 'Loss[^new] falls').concat('\n[^new]: As measured.\n'),
  ],
  ['a note in the margin', (text) => text.replace('says how fast.', 'says how fast.<Note>Or how slowly.</Note>')],
  [
    'a figure',
    (text) =>
      text
        .replace('<Figure id="fig-law"', '<Figure id="fig-loss"')
        .replaceAll('(#fig-law)', '(#fig-loss)')
        .replace('Loss against size', 'Loss against compute'),
  ],
  ['an added list item', (text) => text.replace('- Another limit', '- A further limit is patience.\n- Another limit')],
  ['a removed list item', (text) => text.replace('- One *limit* is data.\n', '')],
  ['a removed section', (text) => text.replace(/## Prices\n[\s\S]*$/, '')],
  ['an added section', (text) => `${text}\n## What would change the answer\n\nMore data.\n`],
  ['an added reference', (text) => text.replace('[@kaplan2020scaling]', '[@kaplan2020scaling; @hoffmann2022training]')],
  ['a removed reference', (text) => text.replace('power law [@kaplan2020scaling]', 'power law')],
  ['the date', (text) => text.replace('updated: 2026-01-03', 'updated: 2026-01-09')],
  ['the title', (text) => text.replace('title: How loss falls', 'title: How loss falls slowly')],
];

/** Changes that affect the sent text like another one. Short runs skip them. */
const alike = [
  'a cell of a table',
  'an inline formula',
  'a footnote',
  'an added list item',
  'a removed section',
  'an added section',
];

describe('a second push', () => {
  it.each(changes.filter(([name]) => isLong || !alike.includes(name)))(
    'leaves exactly the new Markdown after a change: %s',
    async (_, edit) => {
      expect(await project.push()).toBe(null);
      const first = project.onlyPost().text;
      expect(first).toBe(project.markdownOf());
      project.change(essay, edit);
      expect(await project.push()).toBe(null);
      const { text, title, type } = project.onlyPost();
      expect({ text, title, type }).toEqual({
        text: project.markdownOf(),
        title: project.review.essays[0]?.frontmatter.title,
        type: 'markdown',
      });
      expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
      expect(project.writes()).toEqual(['createPost', 'updatePost']);
    },
  );

  it('leaves exactly the new Markdown after a series of changes', async () => {
    await project.push();
    const before = project.markdownOf();
    for (const [, edit] of changes.filter(([name]) => !/section|removed reference/.test(name))) {
      project.change(essay, edit);
      expect(await project.push()).toBe(null);
      expect(project.onlyPost()).toMatchObject({ text: project.markdownOf(), shown: project.markdownOf() });
    }
    expect(project.ledger.posts.essay?.sent).toHaveLength(10);
    expect(before).not.toBe(project.markdownOf());
  });
});
