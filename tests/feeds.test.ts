import { DOMParser, type Element } from '@xmldom/xmldom';
import { describe, expect, it } from 'vitest';
import { formatFeed, formatForumFeed } from '../src/components/feeds.ts';
import { join } from 'node:path';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { renderForumHtml } from '../src/engine/render/forum/index.ts';
import { renderSiteReview } from '../src/engine/render/site/review.ts';
import { comparePost, convertHtml } from '../src/forum-model/index.ts';
import { fixtures, parseFixture } from './fixture-review.ts';

const base = 'https://example.org/review/';

/** Reads the feed of a fixture's essay. Throws on the first error if the XML is not well-formed. */
function readFeed(name: string, { clearance = 'cleared' }: { clearance?: 'cleared' | 'review' } = {}) {
  const { review } = parseFixture(join(fixtures, 'essays', name));
  const essay = review?.essays.find(({ slug }) => slug === 'essay');
  if (!review || !essay) throw new Error('The fixture gave no essay. Read its messages.');
  essay.frontmatter.clearance.status = clearance;
  const context = { config: review.config.value, library: review.library };
  const site = renderSiteReview(review, {
    library: review.library,
    strings: stringsOf(review.config.value.locale),
    base: '/review/',
    imageOf: (src) => ({ src, original: src }),
  });
  const posts = new Map(review.essays.map((one) => [one.slug, renderForumHtml(one, context)]));
  const xml = formatForumFeed(site, { base, posts });
  const onError = (level: string, message: string): never => {
    throw new Error(`${level}: ${message}`);
  };
  const read = (text: string) => new DOMParser({ onError }).parseFromString(text, 'application/xml').documentElement;
  return { xml, essay, context, rss: read(xml), forReaders: read(formatFeed(site, { base, texts: posts })) };
}

const childrenOf = (parent: Element | null | undefined, name?: string): Element[] =>
  [...(parent?.childNodes ?? [])].filter(
    (node): node is Element => node.nodeType === 1 && (name === undefined || node.nodeName === name),
  );

const textOf = (parent: Element | undefined, name: string): string | undefined =>
  childrenOf(parent, name)[0]?.textContent ?? undefined;

/** RFC 822 with a four-digit year, as the specification recommends. */
const date =
  /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d{2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec) \d{4} \d{2}:\d{2}:\d{2} GMT$/;

const ofChannel = ['title', 'link', 'description', 'language', 'lastBuildDate', 'docs', 'atom:link', 'item'];
const ofItem = ['title', 'link', 'guid', 'pubDate', 'dc:creator', 'category', 'description', 'content:encoded'];

describe('the feed for forums', () => {
  it.each(['forum-syntax', 'components', 'model-written', 'found-at-random', 'odd-works'])('is RSS 2.0: %s', (name) => {
    const { rss } = readFeed(name);
    expect(rss?.nodeName).toBe('rss');
    expect(rss?.getAttribute('version')).toBe('2.0');
    const [channel, ...others] = childrenOf(rss);
    expect([channel?.nodeName, ...others]).toEqual(['channel']);
    for (const required of ['title', 'link', 'description']) expect(childrenOf(channel, required).length).toBe(1);
    expect(childrenOf(channel).filter(({ nodeName }) => !ofChannel.includes(nodeName))).toEqual([]);
    expect(textOf(channel, 'lastBuildDate')).toMatch(date);
    const items = childrenOf(channel, 'item');
    expect(items.length).toBe(1);
    for (const item of items) {
      expect(childrenOf(item).filter(({ nodeName }) => !ofItem.includes(nodeName))).toEqual([]);
      for (const once of ['title', 'link', 'guid', 'pubDate', 'description', 'content:encoded'])
        expect(childrenOf(item, once).length).toBe(1);
      expect(textOf(item, 'pubDate')).toMatch(date);
      expect(URL.canParse(textOf(item, 'link') ?? '')).toBe(true);
    }
  });

  it('declares the namespaces that it uses', () => {
    const { rss } = readFeed('components');
    const [encoded] = [...(rss?.getElementsByTagName('content:encoded') ?? [])];
    const [self] = [...(rss?.getElementsByTagName('atom:link') ?? [])];
    expect(encoded?.namespaceURI).toBe('http://purl.org/rss/1.0/modules/content/');
    expect(self?.namespaceURI).toBe('http://www.w3.org/2005/Atom');
    expect(self?.getAttribute('href')).toBe(`${base}feeds/forum.xml`);
  });

  it('identifies an essay by a guid from its slug, and links to its page', () => {
    const [item] = childrenOf(childrenOf(readFeed('components').rss)[0], 'item');
    expect(childrenOf(item, 'guid')[0]?.getAttribute('isPermaLink')).toBe('false');
    expect(textOf(item, 'guid')).toBe(`${base}essays/essay/`);
    expect(textOf(item, 'link')).toBe(`${base}essays/essay/`);
  });

  it('contains the whole text, which the forum converts without loss', () => {
    const { rss, essay, context } = readFeed('found-at-random');
    const [item] = childrenOf(childrenOf(rss)[0], 'item');
    expect(
      comparePost(essay, convertHtml(textOf(item, 'content:encoded') ?? ''), { ...context, format: 'HTML' }),
    ).toEqual([]);
  });

  it('contains only cleared essays', () => {
    expect(readFeed('components', { clearance: 'review' }).xml).not.toContain('<item>');
  });
});

describe('titles of works in a feed', () => {
  it('preserve text that looks like a tag', () => {
    const { rss } = readFeed('odd-works');
    const item = childrenOf(childrenOf(rss)[0], 'item')[0];
    expect(textOf(item, 'content:encoded')).toMatch(/Option&(?:#x3C|lt);T(?:>|&gt;) and Vec&(?:#x3C|lt);U/);
  });
});

describe('the feed for readers', () => {
  it('contains descriptions and texts of essays, and identifies them by URL', () => {
    const { forReaders, essay } = readFeed('components');
    const [channel] = childrenOf(forReaders);
    expect(childrenOf(channel).filter(({ nodeName }) => !ofChannel.includes(nodeName))).toEqual([]);
    expect(childrenOf(channel, 'atom:link')[0]?.getAttribute('href')).toBe(`${base}rss.xml`);
    const [item] = childrenOf(channel, 'item');
    expect(textOf(item, 'description')).toBe(essay.frontmatter.description);
    expect(textOf(item, 'guid')).toBe(`${base}essays/essay/`);
    expect(childrenOf(item, 'guid')[0]?.getAttribute('isPermaLink')).toBe('true');
    const text = textOf(item, 'content:encoded') ?? '';
    expect(text).toContain('<h2>');
    expect(text).not.toMatch(/<script|(?:href|src)="(?!https?:|#|mailto:)/);
  });

  it('contains only cleared essays', () => {
    const { forReaders } = readFeed('components', { clearance: 'review' });
    expect(childrenOf(childrenOf(forReaders)[0], 'item')).toEqual([]);
  });
});
