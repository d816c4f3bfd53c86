import type { Point } from 'unist';

/** A binary file beside an essay, whose bytes are read on demand. */
export type ImageFile = {
  /** Differs after every change of the file. */
  version: string;
  /** Returns null if the file cannot be read. */
  read: () => Uint8Array | null;
};

/** A problem of an image: of the whole file, reported at the figure, or at a point within an SVG. */
export type ImageProblem =
  { kind: 'unreadable'; reason: (src: string) => string } | { kind: 'unsafe'; reason: string; point: Point };
