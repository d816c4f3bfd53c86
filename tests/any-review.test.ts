import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { isAnswer } from '../src/engine/model/answer.ts';
import { createParseCache, parseReview } from '../src/engine/parse-review.ts';
import { readSources } from '../src/engine/read-review.ts';
import { openSite, type Site } from './browser-site.ts';
import { builtProject, copyBuiltProject } from './built-project.ts';
import { exampleWarning, run, snapshotOf } from './project.ts';

const root = join(import.meta.dirname, '..');

/** A German review about birds. No part of it may come from the review in this repository. */
let project = '';
let site: Site;
let pages = new Map<string, string>();
let posts = new Map<string, string>();

const textsOf = (folder: string): Map<string, string> =>
  new Map([...snapshotOf(folder)].map(([path, bytes]) => [path, unpack(Buffer.from(bytes, 'base64'))]));

/** Decompresses files of the search index. */
const unpack = (bytes: Buffer): string => (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString('utf8');

beforeAll(async () => {
  project = await copyBuiltProject('german');
  site = await openSite(project, '/zug/');
  pages = textsOf(join(project, 'dist'));
  expect(run(project, 'posts').stderr).toMatch(exampleWarning);
  posts = textsOf(join(project, 'posts'));
});
afterAll(() => site.close());

/** Returns the text of a page. */
const textIn = (html: string): string =>
  html
    .replace(/<(script|style)\b.*?<\/\1>/gs, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/\s+/g, ' ')
    .replace(/ ([.,])/g, '$1');

const page = (path: string): string => pages.get(path) ?? '';

describe('a review in German', () => {
  it('declares its language, and labels figures, dates and navigation in German', () => {
    const essay = page('essays/magnetkompass/index.html');
    expect(essay).toContain('<html lang="de" ');
    for (const words of ['Abbildung 1', 'Tabelle 1', 'Definition 1', '3. Mai 2026', 'S. 63', 'Literatur', 'Gebiete'])
      expect(essay.replaceAll('\u00A0', ' ')).toContain(words);
    expect(essay).toContain('freigegeben durch die Quellenprüfung');
    expect(page('rss.xml')).toContain('<language>de-de</language>');
  });

  it('distinguishes people and organisations in JSON-LD', () => {
    const essay = page('essays/magnetkompass/index.html');
    expect(essay).toContain('{"@type":"Person","name":"Anna Vogel","url":"https://voegel.example/anna/"}');
    expect(essay).toContain('{"@type":"Organization","name":"Vogelwarte Musterstadt"}');
  });

  it('does not split sentences at German abbreviations, ordinals or line breaks', () => {
    expect(page('works/muster1972kompass/index.html')).toMatch(/Am 3\. Mai 1965 .* Magnetfeld \(Muster/);
    expect(page('works/muster1972kompass/index.html')).toMatch(/Es misst dabei z\. B\. nicht/);
    expect(page('works/doe2006caterpillars/index.html')).toMatch(
      /Trauerschnäpper kommen .* früher \(Doe et al\., 2006\)/,
    );
  });

  it('shows in German how sources were read, and how often an audit found an error', () => {
    expect(textIn(page('essays/magnetkompass/index.html'))).toContain('2 von 6 Zitaten geprüft, 1 am vollen Text');
    const work = textIn(page('works/sample1970sky/index.html'));
    expect(work).toContain('Zum Teil belegt · Zusammenfassung · Zusammenfassung, gelesen am 28. April 2026');
    expect(work).toContain('Dort fehlt: dass es nur um eine Art geht.');
    const coverage = textIn(page('coverage/index.html'));
    expect(coverage).toContain(
      'Zuletzt wurde am 28. April 2026 gesucht. Ohne eine neue Suche ist der erste Essay nach dem 28. Oktober 2026 überfällig.',
    );
    expect(coverage).toContain('20 Treffer gefunden in 3 Suchen 17 angesehen 3 Treffer nicht angesehen');
    expect(coverage).toContain('Inklinationskompass Rotkehlchen Katalog einer Universitätsbibliothek, 20. April 2026');
    expect(coverage).toContain('1 Suche mit 5 Treffern, davon 4 angesehen, hier nicht gezeigt.');
    expect(coverage).not.toContain('Kreuzung Mönchsgrasmücke');
    expect(coverage).toContain('Schwer zu entscheiden Versuche an Rotkehlchen im Sommer. Gehören dazu');
    expect(coverage).toContain('Am 2. Mai 2026 verglich Anna Vogel 20 Sätze mit ihren Quellen (aus allen Sätzen');
    // 0 of 20: 1 − 0.05^(1/20). 1 of 20: the share at which 1 or fewer occur with a probability of 5%.
    expect(coverage).toContain('sagt das Gegenteil 0 0,0 % 13,9 %');
    expect(coverage).toContain('eine Zahl stimmt nicht 1 5,0 % 21,6 %');
  });

  it('shows in German that an essay is retired, on its page, in lists and in its post', () => {
    expect(textIn(page('essays/zugzeiten/index.html'))).toContain(
      'Zurückgezogen am 4. Mai 2026. Neuere Zählreihen zeigen mehr. Stattdessen: Der Kompass der Rotkehlchen',
    );
    expect(textIn(page('essays/index.html'))).toMatch(/Langstreckenziehern gelingt das schlechter\. zurückgezogen/);
    expect(textIn(page('domains/index.html'))).toContain('findet keine Raupen (zurückgezogen)');
    expect(posts.get('zugzeiten.md')).toContain('**Zurückgezogen am 4. Mai 2026.** Neuere Zählreihen zeigen mehr.');
    expect(textIn(page('essays/magnetkompass/index.html'))).not.toContain('urückgezogen');
  });

  it('links to a German form for suggesting works', () => {
    const [, address = ''] =
      /href="([^"]*issues\/new[^"]*body=[^"]*)"/.exec(page('essays/magnetkompass/index.html')) ?? [];
    const { searchParams } = new URL(address.replaceAll('&amp;', '&').replaceAll('&#38;', '&'));
    expect(searchParams.get('title')).toBe('Eine Quelle für /zug/essays/magnetkompass/');
    expect(searchParams.get('body')).toMatch(/^Titel und Autoren:\n\nAdresse \(DOI, arXiv oder Seite\):/);
  });

  it('has its own about page with its own picture', () => {
    expect(page('about/index.html')).toContain('Über diese Übersicht');
    expect(page('about/index.html')).toContain('/zug/about/ablauf.svg');
    expect(page('about/ablauf.svg')).toContain('<svg');
    expect(pages.has('preview.png')).toBe(true);
    expect(page('llms.txt')).toContain('## Seiten');
    expect(page('llms.txt')).not.toMatch(/\b(?:the|and|of)\b/i);
    expect(page('manifest.webmanifest')).toContain('"lang": "de"');
  });

  it('embeds pages of other hosts on the site, and links to them in posts', () => {
    expect(page('essays/zugzeiten/index.html')).toContain('data-frame="https://karten.example/zug?art');
    expect(posts.get('zugzeiten.html')).toContain('https://karten.example/zug?art');
    expect(posts.get('zugzeiten.html')).not.toContain('<iframe');
  });

  it('has posts in German', () => {
    const post = posts.get('magnetkompass.md') ?? '';
    for (const words of [
      'Dies ist eine Kopie vom 3. Mai 2026',
      '## Literatur',
      'Abbildung 1.',
      'Nicht veröffentlicht.',
      'Das gilt auch für die Anmerkungen am Ende.',
      '(siehe Anmerkung 1)',
    ])
      expect(post).toContain(words);
    expect(post).not.toMatch(/This is|References|Figure \d/);
  });

  it('can be searched in German', () =>
    site.withPage(async (tab) => {
      await tab.goto(`${site.url}search/`);
      await tab.keyboard.type('Rotkehlchen');
      await tab.locator('main [role="status"]', { hasText: /\d+ Treffer gefunden\./ }).waitFor();
      expect(await tab.locator('main [role="group"]').allInnerTexts()).toContainEqual(
        expect.stringMatching(/^Essays\n[^]*Kompass/),
      );
      await tab.locator('main [role="combobox"]').fill('Pinguin');
      await tab.locator('main [role="status"]', { hasText: 'Nichts gefunden zu „Pinguin“.' }).waitFor();
    }));

  it('shows the card of a citation in German', () =>
    site.withPage(async (tab) => {
      await tab.goto(`${site.url}essays/magnetkompass/`);
      await tab.locator('#cite-2 .cited-work').hover();
      const card = tab.locator('.card:popover-open');
      await card.waitFor();
      for (const words of ['Belegt · voller Text, gelesen am 28. April 2026 · S. 63', 'Zu dieser Quelle'])
        expect(await card.innerText()).toContain(words);
    }));

  it('contains no word of the review in this repository', () => {
    const { review } = parseReview(readSources(root), createParseCache({ prints: false }));
    if (review === null) throw new Error('The review of this repository cannot be read. Run `npm run check`.');
    const words = [
      review.config.value.title,
      'Cirstea',
      'superalignment',
      ...review.domains.value.flatMap(({ id, name }) => (id.includes('-') ? [id, name] : [])),
      ...review.authors.value.flatMap(({ id, name }) => [id, name]),
      // The answer has the same slug in every review.
      ...review.essays
        .filter((essay) => !isAnswer(essay))
        .flatMap(({ slug, frontmatter }) => [...(slug.includes('-') ? [slug] : []), frontmatter.title]),
      ...review.library.keys(),
    ].map((word) => word.toLowerCase());
    const found = [...pages, ...posts].flatMap(([path, text]) => {
      const lower = text.toLowerCase();
      return words.filter((word) => lower.includes(word)).map((word) => `${path}: ${word}`);
    });
    expect(found).toEqual([]);
  });
});

describe('a review without an about page', () => {
  it('has no such page, and no link to it', async () => {
    const built = textsOf(join(await builtProject('small'), 'dist'));
    expect(built.has('about/index.html')).toBe(false);
    expect([...built].filter(([, text]) => text.includes('/review/about/')).map(([path]) => path)).toEqual([]);
  });
});
