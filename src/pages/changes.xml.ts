import type { APIContext } from 'astro';
import review from 'virtual:review';
import { formatChanges } from '../components/changes-feed.ts';
import { pathOf } from '../components/paths.ts';
import { readStrings } from '../components/strings.ts';

/** The feed of changes of the review's answer, newest first. */
export function GET({ site }: APIContext): Response {
  const feed = formatChanges(review, { base: new URL(pathOf('/'), site).href, title: readStrings().answer.history });
  return new Response(feed, { headers: { 'Content-Type': 'application/atom+xml; charset=utf-8' } });
}
