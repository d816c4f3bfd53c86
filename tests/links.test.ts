import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkOutside, type LinkCheck } from '../scripts/check-links.ts';
import { parseBibliography } from '../src/engine/bibliography/index.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { createHttpClient, parseRetryAfter } from '../src/remote/http/client.ts';
import { runQueues } from '../src/remote/http/host-queues.ts';
import { publicServices } from '../src/remote/http/context.ts';
import { compareRecord } from '../src/remote/links/compare-record.ts';
import type { Described } from '../src/remote/links/outcome.ts';
import { requestPage } from '../src/remote/links/request-page.ts';
import { startAnswering } from './answering.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import { fixtures, parseFixture } from './fixture-review.ts';

const folder = join(fixtures, 'links');
let server = '';
let context: FakeNetwork = createFakeNetwork();
let asked: { url: string; method: string; agent: string; accept: string; at: number }[] = [];
/** The number of requests for each URL, by method. */
let counts = new Map<string, number>();
/** The deadline of the last request for each URL. */
let deadlines = new Map<string, AbortSignal>();
let open = 0;
let maxOpen = 0;

type Answer = (response: ServerResponse, times: number) => void;
const status =
  (code: number, headers: Record<string, string> = {}): Answer =>
  (response) =>
    void response.writeHead(code, headers).end('body');
const to = (location: string, code = 301): Answer => status(code, { location });
function keepSilent(url: string): void {
  const deadline = deadlines.get(url);
  if (deadline !== undefined) context.expire(deadline);
}
const json =
  (value: unknown): Answer =>
  (response) =>
    void response
      .writeHead(200, { 'content-type': 'application/vnd.citationstyles.csl+json' })
      .end(JSON.stringify(value));
const firstTimes =
  (times: number, first: Answer, then: Answer): Answer =>
  (response, time) =>
    (time <= times ? first : then)(response, time);

const entry = (id: string, title: string, year: number, names: string[]): string =>
  `<entry><id>http://arxiv.org/abs/${id}v2</id><title>${title}</title><published>${year}-01-23T03:04:05Z</published><updated>${year}-05-01T00:00:00Z</updated>${names.map((name) => `<author><name>${name}</name></author>`).join('')}</entry>`;
const preprints = [
  entry('2001.08361', 'Scaling Laws for Neural Language Models', 2020, [
    'Jared Kaplan',
    'Sam McCandlish',
    'Tom Henighan',
  ]),
  entry('2203.15556', 'Training Compute-Optimal Large Language Models', 2022, [
    'Jordan Hoffmann',
    'Sebastian Borgeaud',
    'Diego de Las Casas',
  ]),
];
const feedOf = (ids: string): string =>
  `<feed xmlns="http://www.w3.org/2005/Atom"><id>https://arxiv.org/api/x</id>${preprints.filter((one) => ids.split(',').some((id) => one.includes(id))).join('')}</feed>`;
const tacl = {
  type: 'journal-article',
  title: 'The Parallelism Tradeoff',
  author: [
    { family: 'Merrill', given: 'William' },
    { family: 'Sabharwal', given: 'Ashish' },
  ],
  issued: { 'date-parts': [[2023]] },
  DOI: '10.1162/tacl_a_00562',
};
const copyOf = (url: string) => ({
  archived_snapshots: {
    closest: {
      available: true,
      url: `http://web.archive.org/web/20240301120000/${url}`,
      timestamp: '20240301120000',
      status: '200',
    },
  },
});

/** The responses of the web in these tests, by method if that matters. */
const answers: Record<string, Answer> = {
  'https://fine.example/page': status(200),
  'https://fine.example/found': to('/page', 302),
  'HEAD https://fine.example/no-head': status(405),
  'GET https://fine.example/no-head': status(200),
  'HEAD https://fine.example/head-404': status(404),
  'GET https://fine.example/head-404': status(200),
  'https://moved.example/old': to('https://fine.example/page'),
  'https://moved.example/older': to('/old', 308),
  'https://moved.example/then-found': to('https://fine.example/found'),
  'https://moved.example/to-nothing': to('https://gone.example/unknown'),
  'https://gone.example/410': status(410),
  'https://circle.example/a': to('/b', 302),
  'https://circle.example/b': to('/a', 302),
  'https://endless.example/': to('https://endless.example/1'),
  'https://broken.example/500': status(500),
  'https://broken.example/reset': (response) => void response.destroy(),
  'https://broken.example/recovers': firstTimes(2, status(500), status(200)),
  'https://silent.example/': () => keepSilent('https://silent.example/'),
  'https://silent.example/once': firstTimes(1, () => keepSilent('https://silent.example/once'), status(200)),
  'https://closed.example/private': status(403),
  'https://busy.example/seconds': firstTimes(1, status(429, { 'retry-after': '7' }), status(200)),
  'https://busy.example/date': firstTimes(
    1,
    (response) => void response.writeHead(429, { 'retry-after': new Date(context.now() + 30_000).toUTCString() }).end(),
    status(200),
  ),
  'https://busy.example/hour': status(429, { 'retry-after': '3600' }),
  'https://www.metaculus.com/questions/3479/': status(200),
  'https://creativecommons.org/licenses/by/4.0/': status(200),
  'https://doi.org/10.1162/tacl_a_00562': to('https://api.crossref.org/v1/works/10.1162%2Ftacl_a_00562/transform', 302),
  'https://api.crossref.org/v1/works/10.1162%2Ftacl_a_00562/transform': json(tacl),
  'https://doi.org/10.1000/plain': to('https://publisher.example/10.1000/plain', 302),
  'https://publisher.example/10.1000/plain': (response) =>
    void response.writeHead(200, { 'content-type': 'text/html' }).end('<p>A paper'),
  'https://doi.org/10.1000/closed': to('https://closed.example/private', 302),
  'https://doi.org/10.1000/failing': status(500),
  'https://archive.org/wayback/available?url=https%3A%2F%2Fgone.example%2Fpage': json(
    copyOf('https://gone.example/page'),
  ),
  'https://archive.org/wayback/available?url=https%3A%2F%2Fgone.example%2F410': json(
    copyOf('https://gone.example/410'),
  ),
};

beforeAll(async () => {
  server = await startAnswering((request, response, url) => {
    const address = `https:/${url.pathname.slice(3)}${url.search}`;
    const method = request.method ?? '';
    const times = (counts.get(`${method} ${address}`) ?? 0) + 1;
    counts.set(`${method} ${address}`, times);
    open += 1;
    maxOpen = Math.max(maxOpen, open);
    response.once('close', () => (open -= 1));
    const answer = answers[`${method} ${address}`] ?? answers[address];
    if (answer !== undefined) answer(response, times);
    else if (address.startsWith('https://export.arxiv.org/api/query'))
      response
        .writeHead(200, { 'content-type': 'application/atom+xml' })
        .end(feedOf(url.searchParams.get('id_list') ?? ''));
    else if (address.startsWith('https://archive.org/wayback')) json({ archived_snapshots: {} })(response, times);
    else status(404)(response, times);
  });
});

const failures = new Map([
  ['nowhere.example', 'ENOTFOUND'],
  ['refused.example', 'ECONNREFUSED'],
  ['certificate.example', 'CERT_HAS_EXPIRED'],
]);

/** Creates the error that Node throws if there is no response. The code of its cause is the reason. */
const failedFetch = (code: string): TypeError =>
  new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) });

/** Sends requests for the web to the server of the tests. */
const redirected: typeof fetch = async (input, init) => {
  const { url: href } = new Request(input);
  const url = new URL(href);
  if (init?.signal) deadlines.set(url.href, init.signal);
  const headers = new Headers(init?.headers);
  asked.push({
    url: url.href,
    method: init?.method ?? '',
    agent: headers.get('user-agent') ?? '',
    accept: headers.get('accept') ?? '',
    at: context.now(),
  });
  const failure = failures.get(url.hostname);
  if (failure !== undefined) throw failedFetch(failure);
  return fetch(`${server}/at/${url.host}${url.pathname}${url.search}`, init);
};

beforeEach(() => {
  context = { ...createFakeNetwork(), fetch: redirected };
  asked = [];
  counts = new Map();
  deadlines = new Map();
  maxOpen = 0;
});

const send = () => createHttpClient(context, 'alignment-review/test');

describe('a page', () => {
  it.each([
    ['https://fine.example/page', { kind: 'fine', record: null }],
    ['https://fine.example/found', { kind: 'fine', record: null }],
    ['https://fine.example/no-head', { kind: 'fine', record: null }],
    ['https://fine.example/head-404', { kind: 'fine', record: null }],
    ['https://moved.example/old', { kind: 'moved', to: 'https://fine.example/page' }],
    ['https://moved.example/older', { kind: 'moved', to: 'https://fine.example/page' }],
    ['https://moved.example/then-found', { kind: 'moved', to: 'https://fine.example/found' }],
    [
      'https://moved.example/to-nothing',
      { kind: 'dead', why: 'answer 404 (not found) at `https://gone.example/unknown`', copy: null },
    ],
    ['https://gone.example/page', { kind: 'dead', why: 'answer 404 (not found)', copy: null }],
    ['https://gone.example/410', { kind: 'dead', why: 'answer 410 (gone)', copy: null }],
    ['https://nowhere.example/', { kind: 'dead', why: 'no such host', copy: null }],
    ['https://circle.example/a', { kind: 'unreachable', why: 'redirects without an end', copy: null }],
    ['https://refused.example/', { kind: 'unreachable', why: 'connection refused', copy: null }],
    ['https://certificate.example/', { kind: 'unreachable', why: 'certificate not valid', copy: null }],
    ['https://broken.example/500', { kind: 'unreachable', why: 'answer 500', copy: null }],
    ['https://broken.example/reset', { kind: 'unreachable', why: 'connection broken', copy: null }],
    ['https://broken.example/recovers', { kind: 'fine', record: null }],
    ['https://silent.example/', { kind: 'unreachable', why: 'no answer in time', copy: null }],
    ['https://silent.example/once', { kind: 'fine', record: null }],
    ['https://closed.example/private', { kind: 'refused', status: 403 }],
    ['https://busy.example/seconds', { kind: 'fine', record: null }],
    ['https://busy.example/hour', { kind: 'busy' }],
  ])('%s', async (url, outcome) => {
    expect(await requestPage(url, send())).toEqual(outcome);
  });

  it('is unreachable after ten redirects', async () => {
    for (let number = 1; number < 20; number += 1) answers[`https://endless.example/${number}`] = to(`/${number + 1}`);
    expect(await requestPage('https://endless.example/', send())).toMatchObject({ kind: 'unreachable' });
    expect(asked.filter(({ method }) => method === 'HEAD')).toHaveLength(10);
  });
});

describe('the HTTP client', () => {
  const get = (url: string) => ({ url, method: 'GET' as const, accept: '*/*', keepsBody: false });

  it('leaves a second between two requests to a host, and three seconds for arXiv', async () => {
    const request = send();
    await request(get('https://fine.example/page'));
    await request(get('https://fine.example/page'));
    await request(get('https://moved.example/old'));
    await request(get('https://export.arxiv.org/api/query?id_list=x'));
    await request(get('https://export.arxiv.org/api/query?id_list=x'));
    expect(context.naps).toEqual([1_000, 3_000]);
  });

  it('waits longer before each retry, up to three attempts', async () => {
    await send()(get('https://broken.example/500'));
    expect(context.naps).toEqual([1_000, 4_000]);
    expect(asked).toHaveLength(3);
  });

  it('obeys Retry-After, in seconds or as a date, but does not wait an hour', async () => {
    await send()(get('https://busy.example/seconds'));
    await send()(get('https://busy.example/date'));
    expect(context.naps).toEqual([7_000, 30_000]);
    expect(await send()(get('https://busy.example/hour'))).toMatchObject({ status: 429 });
    expect(context.naps).toHaveLength(2);
  });

  it('does not retry if the host or the page does not exist', async () => {
    await send()(get('https://nowhere.example/'));
    await send()(get('https://gone.example/page'));
    expect(context.naps).toEqual([]);
    expect(asked.map(({ url }) => url)).toEqual(['https://nowhere.example/', 'https://gone.example/page']);
  });

  it('parses Retry-After', () => {
    const now = Date.parse('2026-11-24T12:00:00Z');
    expect(parseRetryAfter('120', now)).toBe(120_000);
    expect(parseRetryAfter('Tue, 24 Nov 2026 12:00:10 GMT', now)).toBe(10_000);
    expect(parseRetryAfter('Tue, 24 Nov 2026 11:00:00 GMT', now)).toBe(0);
    expect([parseRetryAfter(null, now), parseRetryAfter('soon', now)]).toEqual([null, null]);
  });

  it('runs a limited number of queues at once, and each queue in order', async () => {
    let running = 0;
    let most = 0;
    const order: string[] = [];
    const task = (name: string) => async () => {
      running += 1;
      most = Math.max(most, running);
      await Promise.resolve();
      order.push(name);
      running -= 1;
    };
    await runQueues(
      ['a', 'b', 'c', 'd'].map((queue) => [1, 2, 3].map((number) => task(`${queue}${number}`))),
      2,
    );
    expect(most).toBe(2);
    expect(['a', 'b', 'c', 'd'].map((queue) => order.filter((name) => name.startsWith(queue)))).toEqual(
      ['a', 'b', 'c', 'd'].map((queue) => [`${queue}1`, `${queue}2`, `${queue}3`]),
    );
  });
});

describe('a record and an entry', () => {
  const source = 'the record of the DOI `10.1/x`';
  const workOf = (text: string) => {
    const work = parseBibliography([
      { path: 'works.bib', text: `@article{key,\n  journaltitle = {J},\n${text}}` },
    ]).library.get('key');
    if (work === undefined) throw new Error('The entry cannot be read. Look at its braces.');
    return work;
  };
  const rulesOf = (text: string, record: Partial<Described>) =>
    compareRecord(
      workOf(text),
      {
        title: 'On Scaling Laws',
        names: [
          { family: 'Kaplan', given: 'J.' },
          { family: 'de Las Casas', given: 'D.' },
        ],
        years: { first: 2020, last: 2021 },
        ...record,
      },
      source,
    ).map(({ rule }) => rule);
  const entryOf = (title: string, author: string, year: string) =>
    `title = {${title}},\n author = {${author}},\n date = {${year}}\n`;

  it.each([
    ['agree', entryOf('On Scaling Laws', 'Kaplan, Jared and de Las Casas, Diego', '2020'), {}, []],
    [
      'differ in case, accents and markup',
      entryOf('On {{SCALING}} laws', 'Káplan, Jared and Casas, Diego', '2021-03'),
      { title: 'On <i>Scaling</i>  Laws.' },
      [],
    ],
    [
      'differ in a subtitle',
      entryOf('On Scaling Laws: {And} More', 'Kaplan, Jared and de Las Casas, Diego', '2020'),
      {},
      [],
    ],
    ['have truncated lists of authors', entryOf('On Scaling Laws', 'Kaplan, Jared and others', '2020'), {}, []],
    [
      'agree if the record has no authors and years',
      entryOf('On Scaling Laws', 'Kaplan, Jared', '2020'),
      { names: [], years: null },
      [],
    ],
    [
      'have different titles',
      entryOf('On Something Else', 'Kaplan, Jared and Casas, Diego', '2020'),
      {},
      ['other-title'],
    ],
    ['have an extra author in the record', entryOf('On Scaling Laws', 'Kaplan, Jared', '2020'), {}, ['other-authors']],
    [
      'have an extra author in the entry',
      entryOf('On Scaling Laws', 'Kaplan, Jared and Casas, Diego and Li, Wei', '2020'),
      {},
      ['other-authors'],
    ],
    [
      'have authors in a different order',
      entryOf('On Scaling Laws', 'Casas, Diego and Kaplan, Jared', '2020'),
      {},
      ['other-authors'],
    ],
    ['have different years', entryOf('On Scaling Laws', 'Kaplan, Jared and Casas, Diego', '2022'), {}, ['other-year']],
  ])('%s', (_, text, record, rules) => {
    expect(rulesOf(text, record)).toEqual(rules);
  });

  it('may differ in year if the preprint is older than the entry, but not if newer', () => {
    const record = { title: 'On Scaling Laws', names: [], years: { first: 2020, last: 2021 } };
    const yearsLater = (year: string) =>
      compareRecord(
        workOf(entryOf('On Scaling Laws', 'Kaplan, Jared', year)),
        record,
        'arXiv’s record of `2001.00001`',
      ).map(({ reason }) => reason);
    expect(yearsLater('2024')).toEqual([]);
    expect(yearsLater('2019')).toEqual([
      'Invalid year 2019 of `key`: expected 2020 or later, as arXiv’s record of `2001.00001` says',
    ]);
  });
});

describe('npm run check -- --links', () => {
  const { review: parsed, messages: found } = parseFixture(folder);
  function readReview(): Review {
    if (parsed === null || found.some((message) => levelOf(message) === 'error'))
      throw new Error(formatMessages(found));
    return parsed;
  }

  const createOptions = (
    root = mkdtempSync(join(tmpdir(), 'alignment-review-links-')),
  ): LinkCheck & { printed: string[] } => {
    const printed: string[] = [];
    return {
      root,
      context,
      services: publicServices,
      userAgent: 'alignment-review/test (+https://example.org/)',
      print: (line) => void printed.push(line),
      printed,
    };
  };
  const cacheOf = ({ root }: LinkCheck) => join(root, '.cache/links.json');

  it('reports the status of a target at every location, and never as an error', async () => {
    const messages = await checkOutside(readReview(), createOptions());
    await expect(formatMessages(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'));
    expect(messages.map(levelOf)).not.toContain('error');
    for (const message of messages) expect(message.reason).toMatch(/^(?:Unknown|Missing|Duplicate|Invalid) /s);
  });

  it('sends its user agent, at most four requests at once, and one a second per host', async () => {
    await checkOutside(readReview(), createOptions());
    expect(new Set(asked.map(({ agent }) => agent))).toEqual(
      new Set(['alignment-review/test (+https://example.org/)']),
    );
    expect(maxOpen).toBeLessThanOrEqual(4);
    // The first request checks the connection to the internet.
    for (const some of Map.groupBy(asked.slice(1), ({ url }) => new URL(url).host).values()) {
      const pauses = some.slice(1).map(({ at }, index) => at - (some[index]?.at ?? 0));
      expect(pauses.filter((pause) => pause < 1_000)).toEqual([]);
    }
    expect(asked.find(({ url }) => url.startsWith('https://doi.org/10.'))?.accept).toContain(
      'application/vnd.citationstyles.csl+json',
    );
    expect(asked.some(({ url }) => new URL(url).host === 'arxiv.org' || url.startsWith('https://example.org'))).toBe(
      false,
    );
  });

  it('caches responses for a month, missing pages for a day, and failures not at all', async () => {
    const options = createOptions();
    const first = await checkOutside(readReview(), options);
    const later = async (hours: number): Promise<string[]> => {
      await context.sleep(hours * 3_600_000);
      asked = [];
      counts = new Map();
      expect(formatMessages(await checkOutside(readReview(), { ...options, context }))).toBe(formatMessages(first));
      return [...new Set(asked.map(({ url }) => new URL(url).host))];
    };
    const soon = await later(1);
    expect(soon).toContain('broken.example');
    expect(soon.filter((host) => /^(?:fine|gone|moved|closed|export)\./.test(host))).toEqual([]);
    const nextDay = await later(24);
    expect(nextDay).toContain('gone.example');
    expect(nextDay).not.toContain('moved.example/old');
    expect(nextDay.filter((host) => /^(?:closed|www)\./.test(host))).toEqual([]);
    expect(await later(24 * 30)).toEqual(
      expect.arrayContaining(['fine.example', 'moved.example', 'closed.example', 'export.arxiv.org', 'doi.org']),
    );
  });

  it('stores the date of each response, removes unused targets, and ignores an invalid cache', async () => {
    const options = createOptions();
    await checkOutside(readReview(), options);
    const cache = JSON.parse(readFileSync(cacheOf(options), 'utf8')) as { targets: Record<string, unknown> };
    expect(cache.targets['page https://fine.example/page']).toEqual({
      on: expect.stringMatching(/^2026-11-24T/),
      outcome: { kind: 'fine', record: null },
    });
    const review = readReview();
    await checkOutside({ ...review, essays: [] }, options);
    expect(readFileSync(cacheOf(options), 'utf8')).not.toContain('page https://fine.example/found');
    writeFileSync(cacheOf(options), '{ "version": 1, "targets": 3 }');
    asked = [];
    await checkOutside({ ...review, essays: [] }, options);
    expect(asked.length).toBeGreaterThan(3);
  });

  it('reports a missing network in one sentence, and writes no cache', async () => {
    const options = createOptions();
    const offline = { ...options, context: { ...context, fetch: () => Promise.reject(failedFetch('EAI_AGAIN')) } };
    expect(await checkOutside(readReview(), offline)).toEqual([]);
    expect(options.printed.at(-1)).toBe('No link was checked, for there is no network.');
    expect(existsSync(cacheOf(options))).toBe(false);
  });
});
