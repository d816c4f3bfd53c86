import { constants, crc32, deflateSync } from 'node:zlib';

type Pixels = {
  width: number;
  height: number;
  /** Four bytes a pixel: red, green, blue, opacity. */ pixels: Uint8Array;
};

/**
 * A PNG with one byte a pixel, for drawings in which pixels of the same red have the same colour, or nearly so: half the
 * size and a third of the time that all four bytes take.
 */
export function encodePng({ width, height, pixels }: Pixels): Uint8Array {
  const colours = new Uint8Array(3 * 256);
  // A row begins with a byte that says that it is not filtered.
  const stride = width + 1;
  const rows = new Uint8Array(height * stride);
  for (let y = 0; y < height; y += 1) {
    const from = 4 * width * y;
    const row = pixels.subarray(from, from + 4 * width);
    // Most rows of a picture with a few words are empty.
    if (y > 0 && Buffer.compare(row, pixels.subarray(from - 4 * width, from)) === 0)
      rows.copyWithin(y * stride, (y - 1) * stride, y * stride);
    else writeRow(row, { to: rows.subarray(y * stride + 1, (y + 1) * stride), colours });
  }
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits, which are a place in the palette.
  header.set([8, 3], 8);
  return Buffer.concat([
    Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    ...[toChunk('IHDR', header), toChunk('PLTE', colours)],
    ...[toChunk('IDAT', deflateSync(rows, { level: 1, strategy: constants.Z_RLE })), toChunk('IEND', new Uint8Array())],
  ]);
}

function writeRow(row: Uint8Array, { to, colours }: { to: Uint8Array; colours: Uint8Array }): void {
  let before = -1;
  for (let x = 0; x < to.length; x += 1) {
    const red = row[4 * x] ?? 0;
    to[x] = red;
    if (red !== before) colours.set(row.subarray(4 * x, 4 * x + 3), 3 * red);
    before = red;
  }
}

function toChunk(type: string, data: Uint8Array): Buffer {
  const named = Buffer.concat([Buffer.from(type), data]);
  const ends = Buffer.alloc(8);
  ends.writeUInt32BE(data.length, 0);
  ends.writeUInt32BE(crc32(named), 4);
  return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
}
