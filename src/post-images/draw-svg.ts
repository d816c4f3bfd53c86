import { createRequire } from 'node:module';
import type { Resvg, ResvgRenderOptions } from '@resvg/resvg-js';
import { resolveVariables } from './resolve-variables.ts';

/** A drawing as PNG, and sentences about what could not be drawn as written. */
export type Drawn = { png: Uint8Array; problems: string[] };

const require = createRequire(import.meta.url);
const font = (path: string): string => require.resolve(path);

/** No system font is used, so the bytes are the same on every machine. `system-ui` is replaced by Inter. */
const options = (zoom: number): ResvgRenderOptions => ({
  background: '#fff',
  fitTo: { mode: 'zoom', value: zoom },
  font: {
    loadSystemFonts: false,
    fontFiles: [
      ...['400Regular', '400Regular_Italic', '600SemiBold', '700Bold'].map((style) =>
        font(`@expo-google-fonts/inter/${style}/Inter_${style}.ttf`),
      ),
      ...['Regular', 'It', 'Semibold', 'Bold'].map((style) => font(`source-serif/TTF/SourceSerif4-${style}.ttf`)),
    ],
    defaultFontFamily: 'Inter',
    sansSerifFamily: 'Inter',
    serifFamily: 'Source Serif 4',
    monospaceFamily: 'Inter',
  },
});

/** Draws an SVG on a white background, at `zoom` times its width. */
export function drawSvg(svg: string, { zoom = 2 } = {}): Drawn {
  const { svg: resolved, problems } = prepareSvg(svg);
  return { png: open(resolved, zoom).render().asPng(), problems };
}

/**
 * Reduces an SVG to groups, paths, clipping paths, gradients and images: text becomes paths, and styles become
 * attributes. `problems` are the same as in `drawSvg`.
 */
export function flattenSvg(svg: string): { svg: string; problems: string[] } {
  const { svg: resolved, problems } = prepareSvg(svg);
  return { svg: open(resolved).toString(), problems };
}

function prepareSvg(svg: string): { svg: string; problems: string[] } {
  const { svg: resolved, unresolved } = resolveVariables(svg);
  const missing = [...charactersOf(resolved)].filter((character) => !hasGlyph(character));
  const problems = [
    ...unresolved.map((name) => `Missing value of \`var(${name})\`: write one after a comma, \`var(${name}, #333)\``),
    ...missing.map((one) => `Missing glyph of \`${one}\` in Inter and Source Serif 4: draw it as a path`),
  ];
  return { svg: resolved, problems };
}

/** Loads the package only if there is something to draw. */
function open(svg: string, zoom = 1): Resvg {
  // eslint-disable-next-line @typescript-eslint/no-unsafe-assignment -- `require` has no types
  const { Resvg: Renderer }: typeof import('@resvg/resvg-js') = require('@resvg/resvg-js');
  return new Renderer(svg, options(zoom));
}

/**
 * Returns the characters of a drawing's text that a font may lack. The content of `title`, `desc` and `style` is not
 * drawn.
 */
const charactersOf = (svg: string): Set<string> =>
  new Set(
    svg
      .replace(/<(title|desc|style|metadata)\b.*?<\/\1>|<[^>]*>/gs, ' ')
      .replace(/&#(?:x([0-9a-f]+)|(\d+));/gi, (_, hex: string | undefined, decimal: string | undefined) =>
        String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16)),
      )
      .match(/[^\s\u0021-\u007e\u00a1-\u017f\p{M}\p{Cf}]/gu) ?? [],
  );

/** A character that no font has looks like a code point that no font ever has: an empty box, or nothing. */
const hasGlyph = (character: string): boolean => !drawCharacter(character).equals(drawCharacter('\u{10fffd}'));

const drawCharacter = (character: string): Buffer =>
  open(`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 40"><text y="30">${character}</text></svg>`)
    .render()
    .asPng();
