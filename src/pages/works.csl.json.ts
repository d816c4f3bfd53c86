import review from 'virtual:review';

/** All works as CSL-JSON, one item per line. */
export const GET = (): Response =>
  new Response(`[\n${review.works.map(({ csl }) => JSON.stringify(csl)).join(',\n')}\n]\n`, {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
