import { escapeXml } from './model/escape-xml.ts';
import { sha256 } from './content-hash.ts';
import { nameOfAuthor, type Author, type Domain, type ReviewConfig } from './model/review.ts';
import type { Frontmatter } from './model/essay.ts';

/** The texts of a picture for link previews; an empty text is left out. */
type Card = { above: string; title: string; below: string; foot: string };

/** Size of the picture, in pixels. */
export const cardSize = { width: 1200, height: 630 };

/** The colours of the page: `--paper` in `src/styles/tokens.css`. */
export const paper = { light: '#fcfbf7', dark: '#16171a' };

type CardContext = { config: ReviewConfig; domains: readonly Domain[]; authors: readonly Author[] };

/** Formats the picture of a review as SVG: its title, its question if that differs from the title, and its address. */
export function formatReviewCard({ title, question, baseUrl }: ReviewConfig): string {
  const { hostname, pathname } = new URL(baseUrl);
  const address = `${hostname}${pathname.replace(/\/$/, '')}`;
  return formatCard({ above: '', title, below: question === title ? '' : question, foot: address });
}

/**
 * Formats the picture of an essay as SVG: the review's title, the essay's title, and at the foot its domain, or its
 * authors if it has none.
 */
export function formatEssayCard({ title, domain, authors: ids }: Frontmatter, context: CardContext): string {
  const { config, domains, authors } = context;
  const names = ids.map((id) => nameOfAuthor(id, authors));
  const foot = domains.find(({ id }) => id === domain)?.name ?? names.join(', ');
  return formatCard({ above: config.title, title, below: '', foot });
}

/**
 * Returns the path of an essay's picture, without the base path. It contains a hash, so that services that cache the
 * picture request it again when it changes.
 */
export const cardPathOf = (slug: string, svg: string): string => `/cards/${slug}.${sha256(svg).slice(0, 12)}.png`;

const ink = '#1f1d1a';
const quiet = '#64605a';
const margin = 90;
const lineHeight = 1.18;
const small = 30;

function formatCard({ above, title, below, foot }: Card): string {
  const size = [76, 66, 58, 50].find((candidate) => wrapLines(title, candidate).length * candidate <= 270) ?? 44;
  const heading = wrapLines(title, size, 4);
  const top = above === '' ? 170 : 230;
  const question = { size: 40, top: top + 20 + heading.length * size * lineHeight, fill: quiet };
  const parts = [
    ...drawLines(wrapLines(above, small, 1), { size: small, top: 120, fill: quiet }),
    ...drawLines(heading, { size, top, fill: ink, weight: 600 }),
    ...drawLines(wrapLines(below, 40, 3), question),
    ...drawLines(wrapLines(foot, small, 1), { size: small, top: 556, fill: quiet }),
  ];
  const { width, height } = cardSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="${paper.light}"/><rect width="${width}" height="14" fill="#0b5a6b"/>${parts.join('')}</svg>`;
}

type LineOptions = { size: number; top: number; fill: string; weight?: number };

const drawLines = (lines: readonly string[], { size, top, fill, weight = 400 }: LineOptions): string[] =>
  lines.map(
    (line, index) =>
      `<text x="${margin}" y="${Math.round(top + index * size * lineHeight)}" font-family="Source Serif 4" font-size="${size}" font-weight="${weight}" fill="${fill}">${escapeXml(line)}</text>`,
  );

/**
 * Wraps text to the width of the card, estimated from the average width of a letter. After `limit` lines it ends in an
 * ellipsis.
 */
function wrapLines(text: string, size: number, limit = Number.POSITIVE_INFINITY): string[] {
  const fitting = Math.floor((cardSize.width - 2 * margin) / (size * 0.5));
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((part) => part !== '')) {
    const line = lines.at(-1);
    if (line === undefined || line.length + 1 + word.length > fitting) lines.push(word);
    else lines[lines.length - 1] = `${line} ${word}`;
  }
  return lines.length <= limit ? lines : [...lines.slice(0, limit - 1), `${lines[limit - 1]} …`];
}
