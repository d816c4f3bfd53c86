import review from 'virtual:review';
import { toSearchData } from '../components/search-data.ts';

/** What the search finds by name, identifier or with a slip. */
export const GET = (): Response =>
  new Response(JSON.stringify(toSearchData(review)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
