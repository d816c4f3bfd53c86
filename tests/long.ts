/**
 * True if tests try as many inputs as `npm run test:long` does, which sets `LONG=1`. `npm test` tries one of each kind.
 */
export const isLong = process.env.LONG === '1';
