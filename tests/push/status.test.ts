import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PushProject } from './push-project.ts';

let project: PushProject;
beforeEach(async () => {
  project = await PushProject.create();
});
afterEach(() => project.close());

const row = async (slug = 'essay'): Promise<string[] | undefined> =>
  (await project.read('--status'))
    .split('\n')
    .slice(1)
    .find((line) => line.startsWith(`${slug} `))
    ?.split(/ {2,}/)
    .slice(1, 3);

describe('npm run posts -- --status', () => {
  it('distinguishes posts that are new, as pushed, changed locally, edited on the forum, or public', async () => {
    expect(await row()).toEqual(['never posted', '–']);
    await project.push();
    expect(await row()).toEqual(['as pushed', 'draft, as pushed']);
    project.changeEssay('None were found', 'No limits were found');
    expect(await row()).toEqual(['changed since', 'draft, as pushed']);
    const { id, text } = project.onlyPost();
    project.forum.editInBrowser(id, text.replace('made up', 'invented'));
    expect(await row()).toEqual(['changed since', 'draft, edited']);
    project.forum.publish(id);
    expect(await row()).toEqual(['changed since', 'public, edited']);
    project.forum.switchEditor(id, 'ckEditorMarkup');
    expect(await row()).toEqual([
      'changed since',
      'public, moved to another editor (ckEditorMarkup): not updated any more',
    ]);
  });

  it('reports what is not visible without a token', async () => {
    await project.push();
    project.token = null;
    expect(await row()).toEqual(['as pushed', 'not visible without a token in LESSWRONG_TOKEN']);
    project.forum.publish(project.onlyPost().id);
    expect(await row()).toEqual(['as pushed', 'public, text not visible to this account']);
  });

  it('prints an error of several posts once', async () => {
    await project.pushAll();
    project.token = 'expired';
    expect(await row('drafted')).toEqual(['as pushed', 'not read, see below']);
    expect((await project.read('--status')).match(/the token has expired/g)).toHaveLength(1);
  });

  it('marks essays that are not cleared', async () => {
    await project.push();
    project.changeEssay('status: cleared, by: checklist, on: 2026-01-02', 'status: review');
    expect(await row()).toEqual(['changed since, not cleared', 'draft, as pushed']);
  });

  it('continues if one post cannot be read', async () => {
    await project.pushAll();
    project.forum.fail({ name: 'post', act: { status: 200, body: '<h1>Checking your browser</h1>' } });
    const [table, errors] = (await project.read('--status')).split('\n\n');
    expect(table).toMatch(/^essay +as pushed +not read, see below /m);
    expect(errors).toContain('gave no answer that can be read (status 200, text/html');
    expect(await row('drafted')).toEqual(['as pushed', 'draft, as pushed']);
  });

  it('writes no file if nothing changed', async () => {
    await project.push();
    const before = project.everythingWritten;
    await project.run('--status');
    await project.run('--diff', 'essay');
    await project.run('--pull', 'essay');
    expect(project.everythingWritten).toBe(before);
  });
});

describe('npm run posts -- --diff', () => {
  it('shows local changes since the push without a request', async () => {
    expect(await project.read('--diff', 'essay')).toBe('`essay` was never posted on LessWrong. Push it first.');
    await project.push();
    expect(await project.read('--diff', 'essay')).toBe('essay is as it was pushed.');
    project.changeEssay('None were found', 'No limits were found');
    const { length } = project.forum.log;
    expect(await project.read('--diff', 'essay')).toMatch(
      /^--- as pushed\n\+\+\+ here\n.*^-None were.*^\+No limits were/ms,
    );
    expect(project.forum.log).toHaveLength(length);
  });
});

describe('npm run posts -- --pull', () => {
  it('shows changes on the forum since the push', async () => {
    await project.push();
    expect(await project.read('--pull', 'essay')).toBe('essay: on LessWrong it is as it was pushed.');
    const { id, text } = project.onlyPost();
    project.forum.editInBrowser(id, `${text}\nOne line more.`);
    expect(await project.read('--pull', 'essay')).toMatch(
      /^--- as pushed\n\+\+\+ on LessWrong\n.*^\+One line more\./ms,
    );
  });

  it('reports why a text cannot be compared', async () => {
    await project.push();
    project.forum.switchEditor(project.onlyPost().id, 'lexical');
    expect(await project.read('--pull', 'essay')).toContain('it is in another editor, `lexical`');
  });
});
