import { createHash } from 'node:crypto';

/** A hash of plain values: two that differ have different ones. */
export const contentHash = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url');
