import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openCache } from '../src/build/cache.ts';
import { cachedSteps } from '../src/build/cached-steps.ts';
import { checkReview } from '../src/engine/checks/check-review.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { createParseCache, parseReview, type ParsedReview, type Sources } from '../src/engine/parse-review.ts';
import { readCheckedReview, readSources } from '../src/engine/read-review.ts';
import { renderSiteReview } from '../src/engine/render/site/review.ts';
import { fixtures } from './fixture-review.ts';
import { createProject } from './project.ts';

const base = join(fixtures, 'base');
const entry = (key: string): string => `@online{${key}, title = {On ${key}}, author = {A, B}, date = {2020}}\n`;

describe('every library in bibliography/ is read or reported', () => {
  it('reads .BIB, .bibtex and symbolic links, and reports broken links', () => {
    const root = mkdtempSync(join(tmpdir(), 'alignment-review-libraries-'));
    const folder = join(root, 'bibliography');
    const elsewhere = join(root, 'elsewhere');
    for (const path of [folder, elsewhere]) mkdirSync(path);
    writeFileSync(join(folder, 'a.BIB'), entry('a'));
    writeFileSync(join(folder, 'b.bibtex'), entry('b'));
    writeFileSync(join(elsewhere, 'c.bib'), entry('c'));
    writeFileSync(join(elsewhere, 'd.bib'), entry('d'));
    symlinkSync(join(elsewhere, 'd.bib'), join(folder, 'd.bib'));
    symlinkSync(elsewhere, join(folder, 'linked'));
    symlinkSync(join(root, 'nothing.bib'), join(folder, 'nowhere.bib'));
    symlinkSync(folder, join(elsewhere, 'circle'));
    const sources = readSources(root);
    expect([...sources.texts.keys()]).toEqual([
      'bibliography/a.BIB',
      'bibliography/b.bibtex',
      'bibliography/d.bib',
      'bibliography/linked/c.bib',
      'bibliography/linked/d.bib',
    ]);
    const texts = new Map([...readSources(base).texts, ...sources.texts]);
    texts.delete('bibliography/linked/d.bib');
    const { library, messages } = parseReview({ ...sources, texts }, createParseCache({ prints: false }));
    expect(['a', 'b', 'c', 'd'].filter((key) => library?.has(key))).toEqual(['a', 'b', 'c', 'd']);
    expect(formatMessages(messages.filter(({ ruleId }) => ruleId === 'unreadable-file'))).toMatchInlineSnapshot(`
      "bibliography/linked/circle
        error  Invalid file \`bibliography/linked/circle\`: expected one that can be read, and it points at itself or at a folder around it  unreadable-file

      bibliography/nowhere.bib
        error  Invalid file \`bibliography/nowhere.bib\`: expected one that can be read, and it points at a file that is not there  unreadable-file
      "
    `);
  });
});

const names = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'valueOf'];

/** Returns the base with `names` as keys, slugs, ids of domains and authors, headings, footnotes and YAML fields. */
function withNames(): Sources {
  const { texts, files } = readSources(base);
  const read = (path: string): string => texts.get(path) ?? '';
  const library = readFileSync(join(fixtures, 'bibliography', 'names-of-objects', 'input.bib'), 'utf8');
  const essay = (name: string): string =>
    `${read('content/essays/essay/index.mdx')
      .replace('domain: scaling-laws', 'domain: constructor')
      .replace('authors: [ada]', 'authors: [constructor]')}
${name} is a name like any other [${names.map((key) => `@${key}`).join('; ')}], and so says @${name} [33].[^${name}]

## ${name}

[^${name}]: As @${name} has it.
`;
  const list = (of: (name: string) => string): string => names.map(of).join('');
  return {
    unreadable: new Map(),
    images: new Map(),
    files,
    texts: new Map([
      ...texts,
      ['bibliography/names.bib', library],
      ['content/review.yaml', read('content/review.yaml').replace('[essay]', `[essay, ${names.join(', ')}]`)],
      ['content/works.yaml', list((name) => `${name}: { says: About ${name}. }\n`)],
      [
        'content/domains.yaml',
        `${read('content/domains.yaml')}- { id: constructor, name: N, question: Q?, covers: C. }\n`,
      ],
      ['content/authors.yaml', `${read('content/authors.yaml')}- { id: constructor, name: N }\n`],
      ...names.map((name) => [`content/essays/${name}/index.mdx`, essay(name)] as const),
    ]),
  };
}

const messagesOf = ({ review, messages }: ParsedReview): string =>
  formatMessages([...messages, ...(review === null ? [] : checkReview(review, { least: 'warning', today: null }))]);

describe('names of properties that every object has', () => {
  it('are valid keys, slugs, ids and fields, with and without a cache', () => {
    const steps = cachedSteps(openCache(createProject(base), 'code'), { prints: true });
    const parsed = [createParseCache(), createParseCache({ steps }), createParseCache({ steps })].map((cache) =>
      parseReview(withNames(), cache),
    );
    for (const one of parsed) {
      expect(messagesOf(one)).toBe('');
      expect(one.review?.essays.map(({ slug }) => slug)).toEqual(['essay', ...names]);
      expect(one.review?.essays[1]?.cites).toEqual(expect.arrayContaining(names));
    }
    const pages = parsed.map(
      ({ review }) =>
        review &&
        renderSiteReview(review, {
          library: review.library,
          strings: stringsOf('en-US'),
          base: '/',
          imageOf: (src) => ({ src, original: src }),
        }),
    );
    expect(pages[0]?.works.filter(({ key }) => names.includes(key)).map(({ key, says }) => [key, says])).toEqual(
      expect.arrayContaining(names.map((name) => [name, `About ${name}.`])),
    );
    expect(pages[0]?.works.find(({ key }) => key === 'kaplan2020scaling')?.says).toBe(null);
    expect(JSON.stringify(pages[1])).toBe(JSON.stringify(pages[0]));
    expect(JSON.stringify(pages[2])).toBe(JSON.stringify(pages[0]));
  });

  it('are reported as unknown fields, props, components and works', () => {
    const { texts, files } = readSources(base);
    const add = (path: string, more: string) => [path, (texts.get(path) ?? '') + more] as const;
    const wrong = new Map([
      ...texts,
      add('content/review.yaml', '__proto__: x\nconstructor: x\n'),
      [
        'content/works.yaml',
        '__proto__: { says: A., __proto__: x }\nconstructor: { says: A., toString: x }\n',
      ] as const,
      add(
        'content/essays/essay/index.mdx',
        '\n[@__proto__; @constructor] and @toString.\n\n<Note __proto__="x" constructor="y">N</Note>\n\n<constructor>x</constructor>\n',
      ),
    ]);
    const parsed = parseReview(
      { texts: wrong, files, unreadable: new Map(), images: new Map() },
      createParseCache({ prints: false }),
    );
    const later = new Map([...wrong, ...[...texts].filter(([path]) => path === 'content/review.yaml')]);
    const rest = parseReview(
      { texts: later, files, unreadable: new Map(), images: new Map() },
      createParseCache({ prints: false }),
    );
    expect(formatMessages([...parsed.messages, ...rest.messages.filter(({ file }) => file?.includes('essays'))]))
      .toMatchInlineSnapshot(`
        "content/essays/essay/index.mdx
          20:2-20:12  error  Unknown citation key \`__proto__\`: expected a key of \`bibliography/\`; write \`\\@\` where no work is meant  unknown-work
          20:14-20:26  error  Unknown citation key \`constructor\`: expected a key of \`bibliography/\`; write \`\\@\` where no work is meant  unknown-work
          20:32-20:41  error  Unknown citation key \`toString\`: expected a key of \`bibliography/\`; write \`\\@\` where no work is meant  unknown-work
          22:7-22:20  error  Unknown prop \`__proto__\` of \`Note\`: expected one of \`id\`  invalid-prop
          22:21-22:36  error  Unknown prop \`constructor\` of \`Note\`: expected one of \`id\`  invalid-prop
          24:1-24:13  error  Unknown component \`constructor\`: expected Markdown, because HTML is not supported; write \`\\<\` for a plain \`<\`  unknown-component

        content/review.yaml
          8:1-8:10  error  Unknown field \`__proto__\`: expected one of \`title\`, \`question\`, \`abstract\`, \`baseUrl\`, \`repository\`, \`essays\`, \`style\`, \`locale\`, \`linkPosts\`, \`licence\`, \`footer\`, \`checklist\`, \`embeds\`  invalid-field
          9:1-9:12  error  Unknown field \`constructor\`: expected one of \`title\`, \`question\`, \`abstract\`, \`baseUrl\`, \`repository\`, \`essays\`, \`style\`, \`locale\`, \`linkPosts\`, \`licence\`, \`footer\`, \`checklist\`, \`embeds\`  invalid-field

        content/works.yaml
          1:24-1:33  error  Unknown field \`__proto__\`: expected one of \`says\`  invalid-field
          2:26-2:34  error  Unknown field \`toString\`: expected one of \`says\`  invalid-field
        "
      `);
  });

  it('produce the same messages when read again from the cache', () => {
    const project = createProject(base);
    for (const [path, text] of withNames().texts) {
      mkdirSync(join(project, path, '..'), { recursive: true });
      writeFileSync(join(project, path), text.replace('@valueOf [33]', '@valueof [33]'));
    }
    const [first, second] = [1, 2].map(() => {
      const steps = cachedSteps(openCache(project, 'code'), { prints: true });
      const { messages } = readCheckedReview(project, createParseCache({ steps }), { least: 'hint', today: null });
      return formatMessages(messages);
    });
    expect(first).toContain('valueof');
    expect(second).toBe(first);
  });
});
