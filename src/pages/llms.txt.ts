import type { APIContext } from 'astro';
import review from 'virtual:review';
import { formatLlmsText } from '../components/llms-text.ts';
import { pathOf } from '../components/paths.ts';
import { readStrings } from '../components/strings.ts';

/** The contents of the review, for programs. */
export function GET({ site }: APIContext): Response {
  const text = formatLlmsText(review, { base: new URL(pathOf('/'), site).href, strings: readStrings() });
  return new Response(text, { headers: { 'Content-Type': 'text/plain; charset=utf-8' } });
}
