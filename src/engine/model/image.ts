import type { Point } from 'unist';

/** A file beside an essay that is no text: its bytes are read only when somebody asks for them. */
export type ImageFile = {
  /** Another one for every change of the file. */
  version: string;
  /** Null where the file may not be read. */
  read: () => Uint8Array | null;
};

/** What is wrong with an image: with its file as a whole, said at the figure, or at a point within an SVG. */
export type ImageProblem =
  { kind: 'unreadable'; reason: (src: string) => string } | { kind: 'unsafe'; reason: string; point: Point };
