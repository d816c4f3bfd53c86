import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../cache.ts';
import { addFile, renameFile } from './assets.ts';
import { createCharacters, type Characters } from './characters.ts';
import { charactersOfFont, gatherFormulas, parseFontRules } from './formula-fonts.ts';
import { moveStyles, toStylesheet, type MovedStyles } from './style-classes.ts';
import { subsetOf } from './subset-fonts.ts';

/** What pages show: characters of any text, those of formulas by the font of KaTeX, and styles of elements. */
type Gathered = { text: Characters; formulas: Map<string, Characters>; styles: MovedStyles };

/** Characters that any page may soon hold, so that fonts seldom change: ASCII, and the punctuation of print. */
const reserve = `${String.fromCharCode(...Array.from({ length: 95 }, (_, index) => 0x20 + index))}\u00a0–—‘’“”…−×`;

/**
 * Finishes the pages that Astro wrote to the folder `site`: fonts hold the glyphs that pages use, `style` attributes are
 * classes, and each page says its `policy` itself, for hosts that send no headers.
 *
 * Files that change get a name with a hash of what they are now.
 */
export async function finishPages(site: string, { policy, cache }: { policy: string; cache: Cache }): Promise<void> {
  const pages = listFiles(site, '.html');
  const assets = join(site, '_astro');
  const gathered: Gathered = { text: createCharacters(reserve), formulas: new Map(), styles: new Map() };
  for (const script of listFiles(assets, '.js')) gathered.text.add(readFileSync(script, 'utf8'));
  const rules = readFontRules(assets);
  const styled = new Set(pages.filter((page) => gatherPage(page, gathered, rules)));
  const renamed = await subsetFonts(assets, gathered, cache);
  for (const stylesheet of listFiles(assets, '.css')) renameFontsIn(stylesheet, renamed);
  const styles = gathered.styles.size === 0 ? null : addFile(assets, 'styles.css', toStylesheet(gathered.styles));
  for (const page of pages)
    rewriteHead(page, (head) => {
      const html = addPolicy(replaceNames(head, renamed), policy);
      return styles !== null && styled.has(page) ? addStylesheet(html, styles) : html;
    });
}

const listFiles = (folder: string, extension: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => join(folder, path))
    .toSorted();

type FontRules = ReturnType<typeof parseFontRules>;

/** What KaTeX's stylesheet says of fonts; a site without formulas may have none. */
function readFontRules(assets: string): FontRules {
  const stylesheet = listFiles(assets, '.css').find((path) => /katex[^/]*$/.test(path));
  return parseFontRules(stylesheet === undefined ? '' : readFileSync(stylesheet, 'utf8'));
}

/** Gathers what a page shows, and rewrites it where elements have styles of their own; true where they have. */
function gatherPage(page: string, { text, formulas, styles }: Gathered, rules: FontRules): boolean {
  const html = readFileSync(page, 'utf8');
  text.add(html);
  gatherFormulas(html, rules, formulas);
  const moved = moveStyles(html, styles);
  if (moved !== html) writeFileSync(page, moved);
  return moved !== html;
}

/** New names of fonts and of stylesheets by their old ones. */
type Renamed = Map<string, string>;

/** Fonts of KaTeX that no formula is set in stay whole: nobody loads them. */
async function subsetFonts(assets: string, { text, formulas }: Gathered, cache: Cache): Promise<Renamed> {
  const renamed: Renamed = new Map();
  const files = listFiles(assets, '.woff2');
  const existing = files.flatMap((file) => nameOfKatex(file) ?? []);
  for (const file of files) {
    const name = nameOfKatex(file);
    const characters = name === null ? text.toText() : charactersOfFont(name, { fonts: formulas, existing });
    if (characters !== null)
      renameFile(file, { bytes: await subsetOf(readFileSync(file), characters, cache), renamed });
  }
  return renamed;
}

/** The name of a font of KaTeX without its hash and ending; null for a font of texts. */
const nameOfKatex = (file: string): string | null => /KaTeX_\w+-\w+/.exec(file)?.[0] ?? null;

function renameFontsIn(stylesheet: string, renamed: Renamed): void {
  const css = readFileSync(stylesheet, 'utf8');
  const changed = replaceNames(css, renamed);
  if (changed !== css) renameFile(stylesheet, { bytes: changed, renamed });
}

const replaceNames = (text: string, renamed: Renamed): string =>
  text.replace(/(?<=\/)[\w.@-]+\.(?:css|woff2)\b/g, (name) => renamed.get(name) ?? name);

/** Rewrites what stands before `</head>`; the rest of a page is not even decoded. */
function rewriteHead(page: string, rewrite: (head: string) => string): void {
  const html = readFileSync(page);
  const end = html.indexOf('</head>');
  writeFileSync(page, Buffer.concat([Buffer.from(rewrite(html.toString('utf8', 0, end))), html.subarray(end)]));
}

/** The policy stands before anything that it rules. */
const addPolicy = (html: string, policy: string): string =>
  html.replace(
    '<meta charset="utf-8">',
    (charset) => `${charset}<meta http-equiv="content-security-policy" content="${policy}">`,
  );

const addStylesheet = (html: string, name: string): string =>
  html.replace(
    /(<link rel="stylesheet" href=")([^"]*\/_astro\/)[^"]*">/,
    (link, start: string, folder: string) => `${link}${start}${folder}${name}">`,
  );
