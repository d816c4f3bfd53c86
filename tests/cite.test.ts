import { cpSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { runCite, type CiteContext } from '../scripts/cite/run-cite.ts';
import { readLibrary } from '../scripts/library.ts';
import { findWorks } from '../src/engine/bibliography/find-works.ts';
import { parseBibliography } from '../src/engine/bibliography/index.ts';
import { createHttpClient } from '../src/remote/http/client.ts';
import type { Services } from '../src/remote/http/context.ts';
import { identify, parseIdentifier } from '../src/engine/bibliography/identify.ts';
import { parseArxivFeed } from '../src/remote/metadata/arxiv.ts';
import { makeKey } from '../src/remote/metadata/make-key.ts';
import { splitName } from '../src/remote/metadata/split-name.ts';
import { formatTitle } from '../src/remote/metadata/format-title.ts';
import { addEntry, lookUp, proposeEntry } from '../src/remote/metadata/propose-entry.ts';
import { startAnswering } from './answering.ts';
import { createFakeNetwork } from './fake-network.ts';
import { casesOf, fixtures } from './fixture-review.ts';

const folder = join(fixtures, 'records');
const asked: { path: string; accept: string; agent: string }[] = [];
let server = '';
let current = '';

beforeAll(async () => {
  server = await startAnswering((request, response, url) => {
    asked.push({
      path: url.pathname + url.search,
      accept: request.headers.accept ?? '',
      agent: request.headers['user-agent'] ?? '',
    });
    const answer = (file: string, type: string): void => {
      const path = join(folder, current, file);
      response.writeHead(existsSync(path) ? 200 : 404, { 'content-type': type });
      response.end(existsSync(path) ? readFileSync(path) : '');
    };
    if (url.pathname.startsWith('/doi/'))
      response.writeHead(302, { location: `/agency/${url.pathname.slice(5)}` }).end();
    else if (url.pathname.startsWith('/agency/')) answer('csl.json', 'application/vnd.citationstyles.csl+json');
    else if (url.pathname === '/arxiv') answer('arxiv.xml', 'application/atom+xml; charset=utf-8');
    else answer('page.html', 'text/html; charset=utf-8');
  });
});

const services = (): Services => ({ doi: `${server}/doi/`, arxiv: `${server}/arxiv`, archive: `${server}/archive` });
const remote = () => ({ send: createHttpClient(createFakeNetwork(), 'alignment-review/test'), services: services() });

describe('a record from a service becomes an entry that the parser accepts', () => {
  it.each(casesOf('records'))('%s', async (name) => {
    current = name;
    const source = readFileSync(join(folder, name, 'source.txt'), 'utf8')
      .trim()
      .replace('{server}', server);
    const found = await lookUp(source, remote());
    if (found.kind === 'none') throw new Error(found.reason);
    const proposal = proposeEntry(found.record, { library: new Map(), today: '2026-11-24' });
    if (proposal.kind !== 'entry') throw new Error(`An empty library holds \`${proposal.key}\`.`);
    await expect(proposal.entry.replaceAll(server, 'https://example.org')).toMatchFileSnapshot(
      join(folder, name, 'entry.bib'),
    );
    const added = addEntry([], proposal);
    if ('messages' in added) throw new Error(added.messages.map(String).join('\n'));
    expect([...added.library.keys()]).toEqual([proposal.key]);
    expect(parseBibliography([{ path: 'bibliography/added.bib', text: added.text }]).messages).toEqual([]);
  });
});

describe('an input is identified as an arXiv id, a DOI, a page or null', () => {
  it.each([
    ['2203.15556', { kind: 'arxiv', id: '2203.15556' }],
    ['arXiv:2203.15556v2', { kind: 'arxiv', id: '2203.15556' }],
    ['cs/0112017', { kind: 'arxiv', id: 'cs/0112017' }],
    ['https://arxiv.org/abs/2203.15556?context=cs', { kind: 'arxiv', id: '2203.15556' }],
    ['http://www.arxiv.org/pdf/2203.15556v1.pdf', { kind: 'arxiv', id: '2203.15556' }],
    ['10.48550/arXiv.2203.15556', { kind: 'arxiv', id: '2203.15556' }],
    ['https://doi.org/10.48550/ARXIV.2203.15556', { kind: 'arxiv', id: '2203.15556' }],
    ['10.1162/tacl_a_00562', { kind: 'doi', doi: '10.1162/tacl_a_00562' }],
    ['doi: 10.1162/tacl_a_00562', { kind: 'doi', doi: '10.1162/tacl_a_00562' }],
    [
      'http://dx.doi.org/10.1002/(SICI)1097-4571%3C391::AID-ASI1%3E3.0.CO;2-9',
      { kind: 'doi', doi: '10.1002/(SICI)1097-4571<391::AID-ASI1>3.0.CO;2-9' },
    ],
    [
      'https://www.nature.com/articles/nature14539',
      { kind: 'page', url: 'https://www.nature.com/articles/nature14539', doi: null },
    ],
    [
      'https://dl.acm.org/doi/pdf/10.1145/3442188.3445922?download=true',
      {
        kind: 'page',
        url: 'https://dl.acm.org/doi/pdf/10.1145/3442188.3445922?download=true',
        doi: '10.1145/3442188.3445922',
      },
    ],
    [
      'https://www.biorxiv.org/content/10.1101/2020.12.15.422761v2.full',
      {
        kind: 'page',
        url: 'https://www.biorxiv.org/content/10.1101/2020.12.15.422761v2.full',
        doi: '10.1101/2020.12.15.422761',
      },
    ],
    ['kaplan2020scaling', null],
    ['', null],
  ])('%s', (text, source) => {
    expect(identify(text)).toEqual(source);
  });

  describe('identifiers are normalised', () => {
    it.each([
      ['2203.15556', '2203.15556'],
      ['arXiv:2203.15556v2', '2203.15556'],
      ['arXiv: 2203.15556 [cs.CL]', '2203.15556'],
      ['https://arxiv.org/pdf/2203.15556v1.pdf', '2203.15556'],
      ['arxiv.org/abs/2203.15556', '2203.15556'],
      ['10.48550/arXiv.2203.15556', '2203.15556'],
      ['https://doi.org/10.48550/arXiv.2203.15556', '2203.15556'],
      ['cs/0102001', 'cs/0102001'],
      ['10.1162/TACL_a_00562.', '10.1162/tacl_a_00562'],
      ['doi: 10.1162/tacl_a_00562', '10.1162/tacl_a_00562'],
      ['dx.doi.org/10.1162/tacl_a_00562', '10.1162/tacl_a_00562'],
      ['scaling laws', null],
      ['2020', null],
    ])('%s', (written, identifier) => {
      expect(parseIdentifier(written)).toBe(identifier);
    });
  });
});

describe('keys are generated as by Better BibTeX', () => {
  const keyOf = (family: string, year: number, title: string, taken: string[] = []): string =>
    makeKey({ names: [{ family, given: 'A.' }], editors: [], issued: [year], title, container: null }, new Set(taken));

  it.each([
    ['Kaplan', 2020, 'Scaling Laws for Neural Language Models', 'kaplan2020scaling'],
    ['Merrill', 2023, 'The Parallelism Tradeoff', 'merrill2023parallelism'],
    ['Merrill', 2025, 'A Little Depth Goes a Long Way', 'merrill2025little'],
    ['Brown-Cohen', 2026, 'Quantifying', 'browncohen2026quantifying'],
    ['Hägele', 2026, 'The Hot Mess of AI', 'hagele2026hot'],
    ['Brandfonbrener', 2024, 'Loss-to-Loss Prediction', 'brandfonbrener2024losstoloss'],
    ['Pfau', 2024, 'Let’s Think Dot by Dot', 'pfau2024lets'],
    ['Sprague', 2024, 'To CoT or Not to CoT?', 'sprague2024cot'],
    ['Łukasz', 2024, '$\\mathsf{TC}^0$ and more', 'lukasz2024tc0'],
    ['Li', 2024, 'Of the', 'li2024of'],
  ])('%s %i, %s → %s', (family, year, title, key) => {
    expect(keyOf(family, year, title)).toBe(key);
  });

  it('adds a letter to a duplicate, and uses the organisation or site without personal names', () => {
    expect(keyOf('Li', 2024, 'Chain', ['li2024chain'])).toBe('li2024chaina');
    expect(keyOf('Li', 2024, 'Chain', ['li2024chain', 'li2024chaina'])).toBe('li2024chainb');
    const nobody = { names: [], editors: [], issued: [2023], title: 'GPT-4 Technical Report', container: 'A Lab' };
    expect(makeKey({ ...nobody, names: [{ literal: 'OpenAI' }] }, new Set())).toBe('openai2023gpt4');
    expect(makeKey(nobody, new Set())).toBe('alab2023gpt4');
    expect(makeKey({ ...nobody, issued: [], container: null }, new Set())).toBe('gpt4');
  });
});

describe('titles are formatted as BibTeX, with intended capitals protected', () => {
  const known = new Set(['Kaplan', 'Chinchilla']);
  it.each([
    ['Reconciling Kaplan and Chinchilla Scaling Laws', 'Reconciling {Kaplan} and {Chinchilla} Scaling Laws'],
    ['To CoT or Not to CoT? Chain-of-Thought Helps', 'To {CoT} or Not to {CoT}? {Chain}-of-Thought Helps'],
    ['Many SWE-bench-Passing PRs Would Not Be Merged', 'Many {SWE-bench-Passing} {PRs} Would Not Be Merged'],
    [
      'How the visual cortex of Macaca mulatta responds to Gabor filters',
      'How the visual cortex of {Macaca} mulatta responds to {Gabor} filters',
    ],
    ['Can I trust it? 3D models', 'Can {I} trust it? {3D} models'],
    ['Bayes’s Rule', '{Bayes’s} Rule'],
    ['R&D, 50 % of $5 & C#', '{R\\&D}, 50 \\% of \\$5 \\& C\\#'],
    ['Schr\\"odinger and {\\\'E}lan', 'Schrödinger and Élan'],
    ['Sums in $O(n^2)$ Time', 'Sums in $O(n^2)$ Time'],
    ['CO<sub>2</sub> <i>in vivo</sub>', '{CO}\\textsubscript{2} \\emph{in vivo}'],
    ['An open <b>tag', 'An open \\textbf{tag}'],
    ['A \\stray } brace { ~ ^', 'A stray  brace  {\\textasciitilde} {\\textasciicircum}'],
  ])('%s', (title, written) => {
    expect(formatTitle(title, known)).toBe(written);
  });
});

describe('names are split into parts', () => {
  it.each([
    ['Jordan Hoffmann', { family: 'Hoffmann', given: 'Jordan' }],
    ['Diego de Las Casas', { family: 'de Las Casas', given: 'Diego' }],
    ['van den Oord, Aäron', { family: 'van den Oord', given: 'Aäron' }],
    ['John Smith Jr.', { family: 'Smith', given: 'John', suffix: 'Jr.' }],
    ['Smith, Jr.', { literal: 'Smith, Jr.' }],
    ['OpenAI', { literal: 'OpenAI' }],
    ['Gemini Team', { literal: 'Gemini Team' }],
    ['Trung van', { family: 'van', given: 'Trung' }],
  ])('%s', (text, name) => {
    expect(splitName(text)).toEqual(name);
  });
});

describe('a response of arXiv', () => {
  const entry =
    '<entry><title>Error</title><id>https://arxiv.org/api/errors#incorrect_id_format_for_1234</id><summary>incorrect id format for 1234</summary></entry>';
  it('is parsed if it is empty, an error or not a feed', () => {
    expect(parseArxivFeed('<feed><entry><author><name>No title</name></author></entry></feed>')).toEqual(new Map());
    expect(parseArxivFeed('<feed><id>https://arxiv.org/api/x</id></feed>')).toEqual(new Map());
    expect(parseArxivFeed(`<feed>${entry}</feed>`)).toBe('error');
    expect(parseArxivFeed('Rate exceeded.')).toBeNull();
    expect(parseArxivFeed('<html><p>Down</html>')).toBeNull();
  });
});

describe('npm run cite', () => {
  const libraryText =
    '@article{merrill2023tradeoff,\n  title = {The Parallelism Tradeoff: {Limitations} of Log-Precision Transformers},\n  author = {Merrill, William},\n  date = {2023}\n}\n';

  /** Creates a project with one work, and a user who answers yes or no. */
  function createContext(
    answers: boolean[] | null,
    text = libraryText,
  ): { context: CiteContext; printed: string[]; added: () => string | null } {
    const root = mkdtempSync(join(tmpdir(), 'alignment-review-cite-'));
    cpSync(join(fixtures, 'base'), root, { recursive: true });
    writeFileSync(join(root, 'bibliography/works.bib'), text);
    const library = readLibrary(root);
    if ('errors' in library) throw new Error(library.errors);
    const printed: string[] = [];
    const confirm =
      answers === null
        ? () => Promise.resolve(null)
        : (question: string) => (printed.push(question), Promise.resolve(answers.shift() ?? false));
    const context = {
      ...library,
      root,
      remote: remote(),
      today: '2026-11-24',
      print: (line: string) => void printed.push(line),
      confirm,
    };
    const file = join(root, 'bibliography/added.bib');
    return { context, printed, added: () => (existsSync(file) ? readFileSync(file, 'utf8') : null) };
  }

  it('appends a confirmed entry to added.bib, and prints its citation', async () => {
    current = 'arxiv-preprint';
    const { context, printed, added } = createContext([true]);
    expect(await runCite(['2203.15556'], context)).toBe(0);
    expect(added()).toBe(readFileSync(join(folder, current, 'entry.bib'), 'utf8'));
    expect(printed.join('\n')).toContain('From arXiv:\n\n@online{hoffmann2022training,');
    expect(printed.at(-1)).toBe('Cite it as [@hoffmann2022training].');
    expect(asked.at(-1)).toMatchObject({
      path: '/arxiv?id_list=2203.15556&max_results=1',
      agent: 'alignment-review/test',
    });
  });

  it('preserves the contents of added.bib, and adds a letter to a duplicate key', async () => {
    current = 'arxiv-preprint';
    const before = '% Mine.\n@online{hoffmann2022training,\n  title = {Training something else},\n  date = {2022}\n}\n';
    const { context, added } = createContext([true]);
    const files = [...context.files, { path: 'bibliography/added.bib', text: before }];
    const { library } = parseBibliography(files);
    expect(await runCite(['2203.15556'], { ...context, files, library })).toBe(0);
    expect(added()).toBe(
      `${before}\n${readFileSync(join(folder, current, 'entry.bib'), 'utf8').replace('hoffmann2022training', 'hoffmann2022traininga')}`,
    );
  });

  it('prints the key of an existing work with the same DOI, arXiv id or title', async () => {
    current = 'crossref-article';
    const byTitle = createContext([true]);
    expect(await runCite(['10.1162/tacl_a_00562'], byTitle.context)).toBe(0);
    expect(byTitle.printed).toEqual([
      'The library has this work as `merrill2023tradeoff` (the same title and first author); nothing to add.',
    ]);
    const byDoi = createContext(
      [true],
      libraryText
        .replace('  date', '  doi = {10.1162/TACL_a_00562},\n  date')
        .replace('The Parallelism Tradeoff', 'Another Title'),
    );
    expect(await runCite(['10.1162/tacl_a_00562'], byDoi.context)).toBe(0);
    expect(byDoi.printed).toEqual([
      'The library has this work as `merrill2023tradeoff` (the same DOI, 10.1162/tacl_a_00562); nothing to add.',
    ]);
    current = 'arxiv-published';
    const byArxiv = createContext(
      [true],
      libraryText
        .replace('  date', '  eprint = {2207.00729},\n  eprinttype = {arxiv},\n  date')
        .replace('The Parallelism Tradeoff', 'Another Title'),
    );
    expect(await runCite(['2207.00729'], byArxiv.context)).toBe(0);
    expect(byArxiv.printed).toEqual([
      'The library has this work as `merrill2023tradeoff` (the same arXiv id, 2207.00729); nothing to add.',
    ]);
    expect([byTitle.added(), byDoi.added(), byArxiv.added()]).toEqual([null, null, null]);
  });

  it('sends no request for an id that is in the library', async () => {
    const { context, printed } = createContext(
      null,
      libraryText.replace(
        '  date',
        '  doi = {10.1162/tacl_a_00562},\n  eprint = {2207.00729},\n  eprinttype = {arxiv},\n  date',
      ),
    );
    const remote = { ...context.remote, send: () => Promise.reject(new Error('There is no network.')) };
    expect(
      await runCite(['https://doi.org/10.1162/TACL_a_00562', 'https://arxiv.org/abs/2207.00729v2'], {
        ...context,
        remote,
      }),
    ).toBe(0);
    expect(printed).toEqual([
      expect.stringMatching(/The library has this work as `merrill2023tradeoff` .*10\.1162\/tacl_a_00562/i),
      expect.stringMatching(/The library has this work as `merrill2023tradeoff` .*2207\.00729/),
    ]);
  });

  it('adds a work once if it is requested twice', async () => {
    current = 'arxiv-preprint';
    const { context, printed, added } = createContext([true, true]);
    expect(await runCite(['2203.15556', 'arXiv:2203.15556v1'], context)).toBe(0);
    expect(printed.at(-1)).toContain('The library has this work as `hoffmann2022training`');
    expect(added()?.match(/@online/g)).toHaveLength(1);
  });

  it('adds nothing if the user declines, or without a terminal', async () => {
    current = 'arxiv-preprint';
    const no = createContext([false]);
    expect(await runCite(['2203.15556'], no.context)).toBe(0);
    const nobody = createContext(null);
    expect(await runCite(['2203.15556'], nobody.context)).toBe(1);
    expect(nobody.printed.at(-1)).toContain('Pass --yes');
    expect([no.added(), nobody.added()]).toEqual([null, null]);
  });

  it('reports unknown and invalid sources, and adds the others', async () => {
    current = 'arxiv-preprint';
    const { context, printed, added } = createContext([true]);
    expect(await runCite(['10.9999/nothing', 'what?', '2203.15556'], context)).toBe(1);
    expect(printed.slice(0, 2)).toEqual([
      `Unknown \`10.9999/nothing\`: expected a work that ${new URL(server).host} knows`,
      'Invalid `what?`: expected an arXiv id, a DOI or an address; for example `2203.15556`',
    ]);
    expect(added()).toContain('hoffmann2022training');
  });

  it('warns that data comes from a preview for social media', async () => {
    current = 'page-preview';
    const { context, printed } = createContext([true]);
    await runCite([`${server}/index/introducing-superalignment`], context);
    expect(printed[0]).toContain(
      '\nThe page names no bibliographic data; this is its preview for social media. Look at it closely.',
    );
  });

  it('writes nothing if the network fails at the last of several sources', async () => {
    current = 'arxiv-preprint';
    const { context, printed, added } = createContext([true]);
    await expect(runCite(['2203.15556', 'http://nowhere.invalid/'], context)).rejects.toThrow(
      'No answer from nowhere.invalid (no such host). Look whether',
    );
    expect(printed).toEqual([]);
    expect(added()).toBeNull();
  });
});

describe('a search of the library', () => {
  const text = readFileSync(join(fixtures, 'base/bibliography/works.bib'), 'utf8');
  const { library } = parseBibliography([{ path: 'works.bib', text }]);
  it.each([
    ['kaplan', ['kaplan2020scaling']],
    ['KAPLN', ['kaplan2020scaling']],
    ['hofman', ['hoffmann2022training']],
    ['merrill 2023', ['merrill2023parallelism', 'merrill2023expressive']],
    ['merrill chain', ['merrill2023expressive']],
    ['superalign', ['openai2023introducing']],
    ['kaplan2020', ['kaplan2020scaling']],
    ['language models', ['kaplan2020scaling', 'hoffmann2022training']],
    ['kaplan 2021', []],
  ])('%s', (query, keys) => {
    expect(
      findWorks(query, library)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(keys.toSorted());
  });

  it('ranks a match in a title above one in a name', () => {
    const both = `${text}\n@book{other2019kaplan,\n  title = {Kaplan and Company},\n  author = {Other, Ann},\n  date = {2019}\n}\n`;
    expect(
      findWorks('kaplan', parseBibliography([{ path: 'works.bib', text: both }]).library).map(({ key }) => key),
    ).toEqual(['other2019kaplan', 'kaplan2020scaling']);
  });
});
