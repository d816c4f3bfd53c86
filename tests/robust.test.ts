import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { createMistakeLog } from '../src/vite/live/mistake-log.ts';
import { fixtures } from './fixture-review.ts';
import { createProject } from './project.ts';

const essay = 'content/essays/essay/index.mdx';

describe('a folder of the content that cannot be read', () => {
  it('is reported if it is a file', () => {
    const project = createProject(join(fixtures, 'base'));
    rmSync(join(project, 'bibliography'), { recursive: true });
    writeFileSync(join(project, 'bibliography'), '');
    const { messages } = readCheckedReview(project, createParseCache(), { least: 'error', today: null });
    expect(formatMessages(messages)).toContain(
      'bibliography\n  error  Invalid file `bibliography`: expected one that can be read, and it is not a folder  unreadable-file\n',
    );
  });
});

describe('the terminal of the development server', () => {
  it('shows the status of every response, and messages when they change', () => {
    const project = createProject(join(fixtures, 'base'));
    writeFileSync(join(project, essay), 'no frontmatter');
    const { messages } = readCheckedReview(project, createParseCache(), { least: 'error', today: null });
    const printed: string[] = [];
    const log = createMistakeLog((text) => void printed.push(text));
    log('/review/', messages);
    log('/review/works/', messages);
    log('/review/', messages.slice(0, 0));
    expect(printed).toEqual([
      `[500] /review/\n\n${formatMessages(messages)}`,
      '[500] /review/works/',
      '[500] /review/\n\n',
    ]);
    expect(printed[0]).toContain('missing-frontmatter');
  });
});
