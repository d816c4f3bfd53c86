import { createHash } from 'node:crypto';

/** A hash of plain values: two that differ have different ones. */
export const contentHash = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url');

/** SHA-256 of a text or of bytes, in lower-case hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
