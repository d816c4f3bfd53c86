import type { Position } from 'unist';

/** An entry as written in its file, for details that a work lacks: braces, identifiers, notes. Not for any output. */
export type RawEntry = {
  key: string;
  /** In lower case, without `@`. */
  type: string;
  file: string;
  /**
   * Returns a field without its outer braces or quotes and with strings resolved; undefined if the entry does not have
   * it.
   */
  valueOf: (field: string) => string | undefined;
  /** Returns the position of a field, or of the entry if it does not have the field. */
  positionOf: (field: string) => Position;
};
