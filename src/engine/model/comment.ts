import type { Point, Position } from 'unist';

/** A comment of an essay, without its marks. */
export type Comment = {
  text: string;
  position: Position | Point | undefined;
  /** First and last line of what it stands before, or within. */
  covers: { from: number; to: number };
};
