/**
 * The address that shows a question inside another page.
 *
 * Metaculus: `/questions/3479/…` → `/questions/embed/3479/`; Manifold: `/user/slug` → `/embed/user/slug`.
 * Host names are bare, for the forums refuse `www.`. Other addresses stay as they are.
 */
export function embedAddress(src: string): string {
  const { hostname, pathname } = new URL(src);
  const host = hostname.replace(/^www\./, '');
  const question = /^\/questions\/(?:embed\/)?(\d+)/.exec(pathname)?.[1];
  if (host === 'metaculus.com' && question !== undefined) return `https://metaculus.com/questions/embed/${question}/`;
  if (host === 'manifold.markets') return `https://manifold.markets/embed${pathname.replace(/^\/embed/, '')}`;
  return `https://${host}${pathname}`;
}

/** What a site calls a question: the number of Metaculus, `user/slug` of Manifold; null where the address names none. */
export function embedIdentifier(src: string): { site: 'metaculus' | 'manifold'; id: string | null } {
  const { hostname, pathname } = new URL(src);
  if (hostname.endsWith('metaculus.com'))
    return { site: 'metaculus', id: /^\/questions\/(?:embed\/)?(\d+)/.exec(pathname)?.[1] ?? null };
  return { site: 'manifold', id: /^\/(?:embed\/)?(\w[\w.-]*\/[\w-]+)\/?$/.exec(pathname)?.[1] ?? null };
}
