import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache } from '../cache.ts';
import { addFile, renameFile } from './assets.ts';
import { classesIn, createCharacters, formulasIn, textIn, type Characters } from './characters.ts';
import { moveStyles, toStylesheet, type MovedStyles } from './style-classes.ts';
import { familiesOf, subsetOf } from './subset-fonts.ts';

/** What pages show, gathered from their HTML. */
type Gathered = { text: Characters; formulas: Characters; classes: Set<string>; styles: MovedStyles };

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
  const gathered: Gathered = {
    text: createCharacters(reserve),
    formulas: createCharacters('0123456789'),
    classes: new Set(),
    styles: new Map(),
  };
  for (const script of listFiles(assets, '.js')) gathered.text.add(readFileSync(script, 'utf8'));
  const styled = new Set(pages.filter((page) => gatherPage(page, gathered)));
  const renamed = await subsetFonts(assets, gathered, cache);
  for (const stylesheet of listFiles(assets, '.css')) renameFontsIn(stylesheet, renamed);
  const styles = gathered.styles.size === 0 ? null : addFile(assets, 'styles.css', toStylesheet(gathered.styles));
  for (const page of pages) {
    const html = addPolicy(replaceNames(readFileSync(page, 'utf8'), renamed), policy);
    writeFileSync(page, styles !== null && styled.has(page) ? addStylesheet(html, styles) : html);
  }
}

const listFiles = (folder: string, extension: string): string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(extension))
    .map((path) => join(folder, path))
    .toSorted();

/** Gathers what a page shows, and rewrites it where it has styles of its own; true where it has. */
function gatherPage(page: string, { text, formulas, classes, styles }: Gathered): boolean {
  const html = readFileSync(page, 'utf8');
  text.add(html);
  for (const formula of formulasIn(html)) {
    formulas.add(textIn(formula));
    for (const name of classesIn(formula)) classes.add(name);
  }
  const moved = moveStyles(html, styles);
  if (moved !== html) writeFileSync(page, moved);
  return moved !== html;
}

/** New names of fonts and of stylesheets by their old ones. */
type Renamed = Map<string, string>;

/** Fonts of KaTeX that no formula is set in stay whole: nobody loads them. */
async function subsetFonts(assets: string, { text, formulas, classes }: Gathered, cache: Cache): Promise<Renamed> {
  const katex = listFiles(assets, '.css').find((path) => /katex[^/]*$/.test(path));
  const families =
    katex === undefined || classes.size === 0 ? new Set() : familiesOf(readFileSync(katex, 'utf8'), classes);
  const renamed: Renamed = new Map();
  for (const font of listFiles(assets, '.woff2')) {
    const family = /KaTeX_[^-]+/.exec(font)?.[0];
    if (family !== undefined && !families.has(family)) continue;
    const characters = (family === undefined ? text : formulas).toText();
    renameFile(font, { bytes: await subsetOf(readFileSync(font), characters, cache), renamed });
  }
  return renamed;
}

function renameFontsIn(stylesheet: string, renamed: Renamed): void {
  const css = readFileSync(stylesheet, 'utf8');
  const changed = replaceNames(css, renamed);
  if (changed !== css) renameFile(stylesheet, { bytes: changed, renamed });
}

const replaceNames = (text: string, renamed: Renamed): string =>
  text.replace(
    /(\/_astro\/|\.\/)([\w.@-]+\.(?:css|woff2))/g,
    (_, folder: string, name: string) => folder + (renamed.get(name) ?? name),
  );

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
