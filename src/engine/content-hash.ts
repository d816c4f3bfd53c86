import { createHash } from 'node:crypto';

/** Hashes plain values. Different values have different hashes. */
export const contentHash = (...values: readonly unknown[]): string =>
  createHash('sha256').update(JSON.stringify(values)).digest('base64url');

/** Returns the SHA-256 of a text or of bytes, in lower-case hexadecimal. */
export const sha256 = (data: string | Uint8Array): string => createHash('sha256').update(data).digest('hex');
