import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { PushProject } from './push-project.ts';

let project: PushProject;
beforeEach(async () => {
  project = await PushProject.create();
});
afterEach(() => project.close());

describe('npm run posts -- --push', () => {
  it('creates a Markdown draft, writes the ledger, and is up to date afterwards', async () => {
    expect(await project.push()).toBe(null);
    const post = project.onlyPost();
    expect(post).toMatchObject({ title: 'How loss falls', draft: true, type: 'markdown', text: project.markdownOf() });
    expect(post.fields).toEqual({ tagRelevance: { tag1: 1 } });
    expect(project.ledger.posts.essay).toMatchObject({
      id: post.id,
      public: false,
      title: 'How loss falls',
      pushed: expect.stringMatching(/^2026-02-01T12:00/),
    });
    expect(project.output).toContain('The forum has no tag named “No such tag”. The post goes without.');
    expect(project.output).toContain('Co-authors are not set');
    expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
    expect(project.writes()).toEqual(['createPost']);
  });

  it('shows what would be sent, and sends nothing without confirmation', async () => {
    expect(await project.run('--push', 'essay')).toBe(null);
    project.answers = [false];
    expect(await project.run('--push', 'essay')).toBe(null);
    expect(project.writes()).toEqual([]);
    expect(project.output).toContain('essay: a new draft “How loss falls”');
    expect(project.output).toContain('Nothing was sent. Add `--yes` to send it.');
    project.answers = [true];
    expect(await project.run('--push', 'essay')).toBe(null);
    expect(project.writes()).toEqual(['createPost']);
  });

  it('shows an update as a diff of the Markdown, and does not send the draft field', async () => {
    await project.push();
    project.changeEssay('None were found', 'No limits were found');
    expect(await project.read('--push', 'essay', '--yes')).toMatch(/^-None were found.*\n\+No limits were found/m);
    expect(project.forum.log.at(-1)).toMatchObject({ name: 'updatePost' });
    expect(project.forum.log.at(-1)?.variables).not.toHaveProperty('data.draft');
  });

  it('refuses to overwrite an edit on the forum, and shows it, without --overwrite-remote', async () => {
    await project.push();
    const { id, text } = project.onlyPost();
    project.forum.editInBrowser(id, text.replace('short, and', 'short; and'));
    const refusal = await project.push();
    expect(refusal).toContain('was edited on LessWrong since it was pushed');
    expect(refusal).toMatch(/^-.*short, and.*\n\+.*short; and/m);
    expect(await project.read('--pull', 'essay')).toMatch(/^\+.*short; and/m);
    project.changeEssay('None were found', 'No limits were found');
    expect(await project.push()).toContain('--overwrite-remote');
    expect(project.onlyPost().text).toContain('short; and');
    expect(await project.push('--overwrite-remote')).toBe(null);
    expect(project.onlyPost()).toMatchObject({ text: project.markdownOf(), shown: project.markdownOf() });
  });

  it('accepts an edit on the forum that equals the text to be sent', async () => {
    await project.push();
    project.changeEssay('None were found', 'No limits were found');
    project.forum.editInBrowser(project.onlyPost().id, project.markdownOf());
    expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
    expect(project.writes()).toEqual(['createPost']);
  });

  it('refuses to update a post that its author moved to another editor', async () => {
    await project.push();
    project.forum.switchEditor(project.onlyPost().id, 'lexical');
    expect(await project.push('--overwrite-remote')).toMatch(
      /moved to another editor .*`lexical`.*posts\/index\.html.*history/s,
    );
    expect(project.writes()).toEqual(['createPost']);
  });

  it('reports a post that is in the bin or deleted, and does not replace it', async () => {
    await project.push();
    const { id } = project.onlyPost();
    project.forum.moveToBin(id);
    expect(await project.push()).toContain(
      `The post \`${id}\` of \`essay\` is in the bin on LessWrong, so nothing was sent.`,
    );
    expect(await project.read('--status')).toMatch(/essay +as pushed +draft, in the bin/);
    project.forum.deletePost(id);
    expect(await project.push()).toContain(
      `LessWrong has no post \`${id}\` of \`essay\` any more, so nothing was sent.`,
    );
    expect(await project.read('--status')).toMatch(/essay +as pushed +deleted/);
    expect(project.writes()).toEqual(['createPost']);
    project.change('content/posts.yaml', () => '');
    expect(await project.push()).toBe(null);
  });

  it('finds its own draft if the ledger is lost', async () => {
    await project.push();
    project.change('content/posts.yaml', () => '');
    expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
    expect(project.ledger.posts.essay?.id).toBe(project.onlyPost().id);
  });

  it('preserves the comments of the ledger', async () => {
    await project.push();
    project.change('content/posts.yaml', (text) => text.replace('  essay:', '  # Ours since February.\n  essay:'));
    project.changeEssay('None were', 'No limits were');
    await project.push();
    expect(project.everythingWritten).toContain('# Ours since February.');
  });

  it('marks a post for the Alignment Forum if authors.yaml and the forum allow it', async () => {
    expect(await project.push('--alignment-forum')).toContain('`may: [af]`');
    project.change('content/authors.yaml', (text) => text.replace('may: []', 'may: [af, co-authors]'));
    expect(await project.push('--alignment-forum')).toContain(
      'does not let this account create the post with all of its fields; nothing was changed',
    );
    expect(project.forum.posts.all.size).toBe(0);
    project.token = 'secret-token-2';
    project.change('content/authors.yaml', (text) => text.replace('user: ada1', 'user: member1'));
    expect(await project.push('--alignment-forum')).toBe(null);
    expect(project.onlyPost().fields).toMatchObject({
      af: true,
      coauthorStatuses: [{ userId: 'ben1', confirmed: false, requested: true }],
    });
    expect(project.ledger.posts.essay?.alignmentForum).toBe(true);
    expect(await project.read('--push', 'essay', '--yes', '--alignment-forum')).toBe('essay: up to date.');
  });

  it('creates a link post to the canonical page if linkPosts is set', async () => {
    project.change('content/review.yaml', (text) => `${text}linkPosts: true\n`);
    await project.push();
    expect(project.onlyPost().fields).toMatchObject({
      url: 'https://site.test/review/essays/essay/',
      postCategory: 'linkpost',
    });
  });
});

describe('a public post', () => {
  beforeEach(async () => {
    await project.push();
    project.forum.publish(project.onlyPost().id);
    project.changeEssay('None were found', 'No limits were found');
  });

  it('is not updated without --update-published', async () => {
    const refusal = await project.push();
    expect(refusal).toContain(
      'is public, and readers see a change at once, so nothing was sent. Add `--update-published`',
    );
    expect(refusal).toMatch(/^\+No limits were found/m);
    expect(project.writes()).toEqual(['createPost']);
  });

  it('is updated with --update-published after a confirmation, and stays public', async () => {
    project.answers = [true];
    expect(await project.run('--push', 'essay', '--update-published')).toBe(null);
    expect(project.asked).toEqual([
      'Send this to LessWrong? It changes what readers see at once of the public post “How loss falls”.',
    ]);
    expect(project.onlyPost()).toMatchObject({ draft: false, text: project.markdownOf() });
    expect(project.ledger.posts.essay?.public).toBe(true);
  });

  it('is linked from posts of other essays once the ledger records it as public', async () => {
    await project.run('--status');
    const { url } = project.onlyPost();
    expect(project.ledger.posts.essay).toMatchObject({ public: true, url });
    project.change('content/essays/drafted/index.mdx', (text) => `${text}\nAs [another](/essays/essay/) says.\n`);
    expect(project.markdownOf('drafted')).toContain(`[another](${url})`);
  });
});

describe('pictures that the forum copies in the background', () => {
  it('can restore an earlier text, which the next push detects and replaces', async () => {
    project.forum.holdBackground();
    await project.push();
    const first = project.onlyPost().text;
    project.changeEssay('None were found', 'No limits were found');
    await project.push();
    await project.forum.finishMirroring([1, 0]);
    expect(project.onlyPost().shown).toBe(first);
    expect(await project.read('--status')).toContain(
      'an earlier text (put back by the mirroring of pictures): push again',
    );
    expect(await project.read('--push', 'essay', '--yes')).toContain('LessWrong holds an earlier text that was sent');
    expect(project.onlyPost()).toMatchObject({ text: project.markdownOf(), shown: project.markdownOf() });
    expect(await project.read('--push', 'essay', '--yes')).toBe('essay: up to date.');
  });
});

describe('the sequence', () => {
  it('is created once, and follows the order of the review', async () => {
    expect(await project.pushAll()).toBe(null);
    expect(await project.pushAll()).toBe(null);
    const { posts } = project.ledger;
    expect(project.chapters()).toEqual([[[posts.essay?.id, posts.drafted?.id]]]);
    project.change('content/review.yaml', (text) => text.replace('[essay, drafted]', '[drafted, essay]'));
    expect(await project.pushAll()).toBe(null);
    expect(project.chapters()).toEqual([[[posts.drafted?.id, posts.essay?.id]]]);
    expect(project.ledger.sequence).toMatchObject({ id: [...project.forum.sequences.all.keys()][0] });
  });

  it('is announced with the posts that the push creates, and printed with its address', async () => {
    await project.pushAll();
    expect(project.output).toContain('“A small review”: a new draft. Its posts, in order: essay, drafted.');
    const [id] = project.forum.sequences.all.keys();
    expect(project.output).toContain(`The sequence: ${project.forum.url}s/${id}`);
    expect(await project.read('--push', 'essay', '--sequence', '--yes')).toBe(
      'essay: up to date.\nThe sequence “A small review”: up to date. Its posts, in order: essay, drafted.',
    );
  });

  it('leaves out essays that are not cleared', async () => {
    project.changeEssay('status: cleared, by: checklist, on: 2026-01-02', 'status: review');
    expect(await project.pushAll()).toBe(null);
    expect(project.output).toContain('Left out, because they are not cleared: essay.');
    expect(project.onlyPost().title).toBe('What was drafted');
  });
});

describe('a push is refused before anything is sent', () => {
  it.each<[string, (one: PushProject) => void, string]>([
    [
      'for an essay that is not cleared',
      (one) => one.changeEssay('status: cleared, by: checklist, on: 2026-01-02', 'status: review'),
      'is not cleared',
    ],
    ['if its page does not respond', (one) => void one.missing.add('/essays/essay/'), 'Publish the site first'],
    ['without a token', (one) => void (one.token = null), '`LESSWRONG_TOKEN`'],
    ['with a token that the forum does not know', (one) => void (one.token = 'old'), 'does not know the token'],
    [
      'for an unlisted essay',
      (one) => one.change('content/review.yaml', (text) => text.replace('essay,', '')),
      'unlisted-essay',
    ],
  ])('%s', async (_, change, words) => {
    change(project);
    expect(await project.push()).toContain(words);
    expect(project.writes()).toEqual([]);
  });

  it('for an unreviewed essay drafted by a model, unless the author acknowledges the policy', async () => {
    const drafted = (...args: string[]) => project.run('--push', 'drafted', '--yes', ...args);
    expect(await drafted()).toContain(
      `may reject a post that is mostly such text (${project.forum.url}posts/KXujJjnmP85u8eM6B)`,
    );
    expect(project.forum.log).toEqual([]);
    expect(await drafted('--acknowledge-llm-policy')).toBe(null);
    expect(project.onlyPost().title).toBe('What was drafted');
  });
});
