import { posix } from 'node:path';
import { imageSize } from 'image-size';
import type { ImageProblem } from '../model/image.ts';
import { oneOf } from '../model/suggestion.ts';
import { checkSvg } from './check-svg.ts';

/** Formats that every browser shows and Astro reads: the name in `image-size` by file extension. */
const typeOf = new Map([
  ['.avif', 'avif'],
  ['.gif', 'gif'],
  ['.jpeg', 'jpg'],
  ['.jpg', 'jpg'],
  ['.png', 'png'],
  ['.svg', 'svg'],
  ['.webp', 'webp'],
]);

/** Limit: a larger image needs gigabytes of memory to convert. */
const maxPixels = 50_000_000;

/** Checks an image beside an essay. The extension in `path` says what format the bytes must have. */
export function checkImage(path: string, bytes: Uint8Array | null): ImageProblem[] {
  const type = typeOf.get(posix.extname(path).toLowerCase());
  if (type === undefined)
    return unreadable('is not an image that browsers show', `an extension that is ${oneOf([...typeOf.keys()])}`);
  if (bytes === null) return unreadable('is not a file that may be read', 'the permission to read it');
  if (bytes.length === 0) return unreadable('is not an image', 'a file that is not empty');
  return type === 'svg' ? checkSvg(bytes, () => checkHeader(bytes, type)) : checkHeader(bytes, type);
}

function checkHeader(bytes: Uint8Array, type: string): ImageProblem[] {
  const name = type.toUpperCase();
  const header = readHeader(bytes);
  if (header === null)
    return unreadable(
      `is not a readable ${name} image`,
      type === 'svg' ? '`width` and `height`, or a `viewBox`' : 'a file whose header gives its size',
    );
  if (header.type !== type && !(type === 'avif' && header.type === 'heif'))
    return unreadable(
      `is not a ${name} image`,
      `the extension \`.${header.type}\`, because that is what the file contains`,
    );
  const { width, height } = header;
  if (!(width > 0 && height > 0))
    return unreadable(`is not a readable ${name} image`, `a width and a height above 0, not ${width} × ${height}`);
  return width * height <= maxPixels
    ? []
    : unreadable('is not a small enough image', `at most 50 megapixels, not ${width} × ${height}`);
}

/** Returns null if the size cannot be read. */
function readHeader(bytes: Uint8Array): { type: string; width: number; height: number } | null {
  try {
    const { type, width, height } = imageSize(bytes);
    return type === undefined ? null : { type, width, height };
  } catch {
    return null;
  }
}

const unreadable = (what: string, expected: string): ImageProblem[] => [
  { kind: 'unreadable', reason: (src) => `\`${src}\` ${what}: expected ${expected}` },
];
