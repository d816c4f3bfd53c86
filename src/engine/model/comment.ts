import type { Point, Position } from 'unist';

/** A comment of an essay, without its delimiters. */
export type Comment = {
  text: string;
  position: Position | Point | undefined;
  /** First and last line of the block that follows or contains the comment. */
  covers: { from: number; to: number };
};
