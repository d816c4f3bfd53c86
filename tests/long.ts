/** Whether the tests that try random inputs try as many as `npm run test:long` does: it sets `LONG=1`. */
export const isLong = process.env.LONG === '1';
