import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { fixtures } from './fixture-review.ts';
import { createProject, removeGuide, run, snapshotOf } from './project.ts';

describe('npm run new -- essay', () => {
  it('prints the written files, and the new essay passes check', async () => {
    const project = createProject(join(fixtures, 'base'));
    const ended = run(project, 'new', 'essay', 'A second essay', '--domain', 'scaling-laws');
    expect(ended).toMatchObject({
      status: 0,
      stderr: '',
      stdout: expect.stringContaining('Wrote content/essays/a-second-essay/index.mdx and content/review.yaml.'),
    });
    expect(run(project, 'check').status).toBe(0);
    expect(run(project, 'new', 'essay', 'A second essay', '--domain', 'scaling-laws')).toMatchObject({
      status: 1,
      stdout: '',
    });
    expect(run(project, 'new', 'essay', '--nonsense')).toMatchObject({ status: 1, stdout: '' });
  });
});

describe('npm run new -- review', () => {
  it('turns a clone into an empty review that builds, also with a first essay', () => {
    const project = createProject(join(fixtures, 'vogelzug'));
    const words = ['review', 'Was Bienen hören', '--question', 'Hören Bienen?', '--locale', 'de-DE'];
    expect(run(project, 'new', ...words, '--author', 'Mia Imker', '--yes').stderr).toBe('');
    expect([...snapshotOf(join(project, 'content')).keys()]).toEqual([
      'about.mdx',
      'authors.yaml',
      'domains.yaml',
      'review.yaml',
      'works.yaml',
    ]);
    expect(existsSync(join(project, 'bibliography'))).toBe(false);
    removeGuide(project);
    expect(run(project, 'build').stderr).toBe('');
    const home = readFileSync(join(project, 'dist', 'index.html'), 'utf8');
    expect(home).toContain('Hören Bienen?');
    expect(home).toContain('npm run new -- domain ID');
    expect(run(project, 'posts').status).toBe(0);
    const domain = ['--name', 'Hören', '--question', 'Was hören sie?', '--covers', 'Versuche.'];
    expect(run(project, 'new', 'domain', 'hearing', ...domain).stderr).toBe('');
    expect(run(project, 'new', 'essay', 'Bees hear low tones', '--domain', 'hearing').stderr).toBe('');
    expect(run(project, 'build', '--drafts').stderr).toBe('');
    expect(readFileSync(join(project, 'dist', 'index.html'), 'utf8')).toContain('Bees hear low tones');
  });

  it('deletes nothing without confirmation', () => {
    const project = createProject(join(fixtures, 'vogelzug'));
    const before = snapshotOf(join(project, 'content'));
    const { status, stderr } = run(project, 'new', 'review', 'Hearing', '--question', 'Do bees hear?');
    expect(status).toBe(1);
    expect(stderr).toContain('2 essays, 1 .bib files and 5 other files are deleted');
    expect(stderr).toContain('--yes');
    expect(snapshotOf(join(project, 'content'))).toEqual(before);
  });

  it('names supported locales if it is given another, and deletes nothing', () => {
    const project = createProject(join(fixtures, 'vogelzug'));
    const words = ['review', 'Ouïe', '--question', 'Les abeilles entendent-elles ?', '--locale', 'fr-FR', '--yes'];
    expect(run(project, 'new', ...words)).toMatchObject({ status: 1, stderr: expect.stringContaining('`de-DE`') });
    expect(existsSync(join(project, 'content', 'essays', 'zugzeiten'))).toBe(true);
  });
});
