import review from 'virtual:review';

/** All works as BibTeX. */
export const GET = (): Response =>
  new Response(review.works.map(({ bibtex }) => `${bibtex}\n`).join('\n'), {
    headers: { 'Content-Type': 'application/x-bibtex; charset=utf-8' },
  });
