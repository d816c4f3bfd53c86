import type { Position } from 'unist';

/** An entry as its file writes it, for what a work no longer shows: braces, identifiers, notes. Not for any output. */
export type RawEntry = {
  key: string;
  /** In lower case, without `@`. */
  type: string;
  file: string;
  /** A field without its outer braces or quotes and with strings resolved; undefined where the entry itself has none. */
  valueOf: (field: string) => string | undefined;
  /** The place of a field, or of the entry where it has none. */
  positionOf: (field: string) => Position;
};
