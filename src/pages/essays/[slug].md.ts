import type { APIContext } from 'astro';
import { loadPost } from 'virtual:posts';
import review from 'virtual:review';

export const getStaticPaths = () => review.sequence.map(({ slug }) => ({ params: { slug } }));

/** An essay in Markdown, as forums receive it. */
export async function GET({ params }: APIContext): Promise<Response> {
  const { markdown } = await loadPost(params.slug ?? '');
  return new Response(markdown, { headers: { 'Content-Type': 'text/markdown; charset=utf-8' } });
}
