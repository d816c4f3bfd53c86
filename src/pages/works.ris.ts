import review from 'virtual:review';
import { formatRis } from '../engine/bibliography/format-ris.ts';

/** All works as RIS. */
export const GET = (): Response =>
  new Response(review.works.map(({ csl }) => formatRis(csl)).join('\n'), {
    headers: { 'Content-Type': 'application/x-research-info-systems; charset=utf-8' },
  });
