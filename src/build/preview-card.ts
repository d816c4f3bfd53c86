import type { ReviewConfig } from '../engine/model/review.ts';

/** Size of the picture that link previews show, in pixels. */
const cardSize = { width: 1200, height: 630 };

const margin = 90;
const sizes = { title: 68, question: 40, address: 28 };

/** The picture of a review for link previews, as SVG: its title, its question where that is another text, and its address. */
export function formatCard({ title, question, baseUrl }: ReviewConfig): string {
  const { hostname, pathname } = new URL(baseUrl);
  const heading = toLines(title, sizes.title, 4);
  const asked = question === title ? [] : toLines(question, sizes.question, 3);
  const parts = [
    ...drawLines(heading, { size: sizes.title, top: 170, style: 'font-weight="600" fill="#1f1d1a"' }),
    ...drawLines(asked, {
      size: sizes.question,
      top: 190 + heading.length * sizes.title * lineHeight,
      style: 'fill="#64605a"',
    }),
    `<text x="${margin}" y="560" font-family="Inter" font-size="${sizes.address}" fill="#0b5a6b">${escape(`${hostname}${pathname.replace(/\/$/, '')}`)}</text>`,
  ];
  const { width, height } = cardSize;
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="${width}" height="${height}" fill="#fcfbf7"/><rect width="${width}" height="14" fill="#0b5a6b"/>${parts.join('')}</svg>`;
}

const lineHeight = 1.2;

function drawLines(
  lines: readonly string[],
  { size, top, style }: { size: number; top: number; style: string },
): string[] {
  return lines.map(
    (line, index) =>
      `<text x="${margin}" y="${Math.round(top + index * size * lineHeight)}" font-family="Source Serif 4" font-size="${size}" ${style}>${escape(line)}</text>`,
  );
}

/** Words in lines that fit the card; what does not fit into `most` of them ends in an ellipsis. */
function toLines(text: string, size: number, limit: number): string[] {
  const fitting = Math.floor((cardSize.width - 2 * margin) / (size * 0.5));
  const lines: string[] = [''];
  for (const word of text.split(/\s+/)) {
    const line = lines.at(-1) ?? '';
    if (line !== '' && line.length + 1 + word.length > fitting) lines.push(word);
    else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
  }
  return lines.length <= limit ? lines : [...lines.slice(0, limit - 1), `${lines[limit - 1]} …`];
}

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
