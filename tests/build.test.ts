import { strFromU8, unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { fixtures } from './fixture-review.ts';
import { createProject, run, snapshotOf } from './project.ts';

const root = dirname(import.meta.dirname);
const essay = 'content/essays/essay/index.mdx';

describe('a build of the review in this repository', () => {
  let project = '';
  let site = new Map<string, string>();

  beforeAll(() => {
    project = createProject(root);
    const { status, stderr } = run(project, 'build');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    site = snapshotOf(join(project, 'dist'));
  });

  const pages = () => [...site.keys()].filter((path) => path.endsWith('.html'));
  const textOf = (path: string) => Buffer.from(site.get(path) ?? '', 'base64').toString('utf8');

  it('leaves no raw citation outside code', () => {
    const raw = pages().filter((path) => /\[@|\[-@/.test(textOf(path).replace(/<(pre|code|script)\b.*?<\/\1>/gs, '')));
    expect(raw).toEqual([]);
  });

  it('leads every inner link to a page and an anchor that exist', () => {
    const broken = pages().flatMap((page) =>
      innerLinksOf(textOf(page))
        .filter((link) => !leadsSomewhere(link, page))
        .map((link) => `${page} → ${link}`),
    );
    expect(broken).toEqual([]);
  });

  it('writes feed, sitemap, search index, fonts and the page for what is not found', () => {
    for (const path of ['rss.xml', 'sitemap-index.xml', 'pagefind/pagefind.js', '404.html'])
      expect(site.has(path)).toBe(true);
  });

  it('holds the pictures of posts, by the hash of their bytes', () => {
    const pictures = [...site].filter(([path]) => /^essays\/[^/]+\/[\w-]+\.[0-9a-f]{12}\.png$/.test(path));
    expect(pictures.length).toBeGreaterThan(0);
    for (const [path, bytes] of pictures)
      expect(path).toContain(createHash('sha256').update(Buffer.from(bytes, 'base64')).digest('hex').slice(0, 12));
  });

  it('holds no previews of posts, and leads to none', () => {
    expect([...site.keys()].filter((path) => path.startsWith('preview/'))).toEqual([]);
    expect(pages().filter((page) => innerLinksOf(textOf(page)).some((link) => link.includes('/preview/')))).toEqual([]);
    expect(
      [...site.keys()].filter(
        (path) => /\.(?:css|js)$/.test(path) && /difference-flag|data-copy-post/.test(textOf(path)),
      ),
    ).toEqual([]);
  });

  it('is the same, byte for byte, when it is made again', () => {
    expect(run(project, 'build').status).toBe(0);
    const again = snapshotOf(join(project, 'dist'));
    expect([...again.keys()]).toEqual([...site.keys()]);
    expect([...again].filter(([path, bytes]) => site.get(path) !== bytes).map(([path]) => path)).toEqual([]);
  });

  function leadsSomewhere(link: string, page: string): boolean {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? page : fileOf(path);
    if (target === null) return false;
    return anchor === undefined || anchor === '' || textOf(target).includes(`id="${decodeURIComponent(anchor)}"`);
  }

  function fileOf(path: string): string | null {
    if (!path.startsWith('/review/')) return null;
    const inside = decodeURIComponent(path.slice('/review/'.length).split('?')[0] ?? '');
    return [inside, `${inside}index.html`, `${inside}/index.html`].find((file) => site.has(file)) ?? null;
  }
});

/** Addresses of links and files within the site, as written in a page. */
function innerLinksOf(html: string): string[] {
  const found = [...html.matchAll(/<[a-z]+\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&#x26;', '&').replaceAll('&amp;', '&'),
  );
  return found.filter((url) => !/^(?:[a-z]+:|\/\/)/i.test(url));
}

describe('content that is wrong', () => {
  it('ends the build with exit code 1 and the exact place, and writes nothing', () => {
    const project = createProject(join(fixtures, 'base'));
    expect(run(project, 'build').status).toBe(0);
    const before = snapshotOf(join(project, 'dist'));
    const text = readFileSync(join(project, essay), 'utf8');
    writeFileSync(join(project, essay), text.replace('@kaplan2020scaling', '@kaplan2020scalin'));
    const ended = run(project, 'build');
    expect(ended.status).toBe(1);
    expect(ended.stderr).toContain(
      `${essay}\n  14:28-14:45  error  Unknown citation key \`kaplan2020scalin\`: expected a key of \`bibliography/\`; did you mean \`kaplan2020scaling\`?  unknown-work`,
    );
    expect(snapshotOf(join(project, 'dist'))).toEqual(before);
    expect(run(project, 'check').status).toBe(1);
    expect(run(project, 'posts').status).toBe(1);
    expect(existsSync(join(project, 'posts'))).toBe(false);
  });
});

type ManifestEntry = { slug: string; canonical: string; files: { name: string; sha256: string }[] };

describe('posts', () => {
  it('are the same, byte for byte, when they are made again', () => {
    const project = createProject(root);
    const ended = run(project, 'posts');
    expect(ended.stderr).toMatch(/^content\/review\.yaml: warning {2}`baseUrl` is an example [^\n]*\n$/);
    expect(ended.status).toBe(0);
    const before = snapshotOf(join(project, 'posts'));
    expect(before.size).toBeGreaterThanOrEqual(4);
    expect(run(project, 'posts').status).toBe(0);
    expect(snapshotOf(join(project, 'posts'))).toEqual(before);
  });

  it('hold no raw citation', () => {
    const project = createProject(join(fixtures, 'base'));
    run(project, 'posts');
    const posts = [...snapshotOf(join(project, 'posts')).values()].map((bytes) =>
      Buffer.from(bytes, 'base64').toString('utf8'),
    );
    expect(posts.filter((post) => post.includes('[@'))).toEqual([]);
    expect(posts.length).toBe(4);
  });

  it('are bundled with a manifest, in the same bytes wherever and whenever', () => {
    const project = createProject(root);
    const bundle = (): Uint8Array => {
      expect(run(project, 'posts', '--zip').status).toBe(0);
      return readFileSync(join(project, 'posts', 'posts.zip'));
    };
    const first = bundle();
    const files = unzipSync(first);
    const { posts } = JSON.parse(strFromU8(files['manifest.json'] ?? new Uint8Array())) as {
      posts: ManifestEntry[];
    };
    expect(posts.map(({ slug, canonical }) => canonical.endsWith(`/essays/${slug}/`))).toEqual(posts.map(() => true));
    for (const { name, sha256 } of posts.flatMap((post) => post.files)) {
      expect(files[name]).toEqual(new Uint8Array(readFileSync(join(project, 'posts', name))));
      expect(
        createHash('sha256')
          .update(files[name] ?? '')
          .digest('hex'),
      ).toBe(sha256);
    }
    rmSync(join(project, '.cache'), { recursive: true });
    rmSync(join(project, 'posts'), { recursive: true });
    expect(Buffer.from(bundle()).equals(first)).toBe(true);
  });

  it('count for each essay and format what comes out of the forum', () => {
    const project = createProject(root);
    const { stdout } = run(project, 'posts');
    expect(stdout).toMatch(
      /^essay +format +headings +paragraphs +links +citations +footnotes +formulas +cells\n(?:.* (?:Markdown|HTML)(?: +\d+){7}\n)+\nWrote/,
    );
    const textsOf = () =>
      [...snapshotOf(join(project, 'posts'))].map(([path, bytes]) => ({
        path,
        text: Buffer.from(bytes, 'base64').toString('utf8'),
      }));
    expect(textsOf().some(({ text }) => text.includes('%%% llm-output'))).toBe(true);
    expect(run(project, 'posts', '--forum', 'elsewhere').status).toBe(1);
  });
});
