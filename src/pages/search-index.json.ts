import review from 'virtual:review';
import { toSearchData } from '../components/search-data.ts';

/** The data of the search by name or identifier. */
export const GET = (): Response =>
  new Response(JSON.stringify(toSearchData(review)), {
    headers: { 'Content-Type': 'application/json; charset=utf-8' },
  });
