/**
 * Returns the address that shows a question inside another page.
 *
 * Metaculus: `/questions/3479/…` → `/questions/embed/3479/`; Manifold: `/user/slug` → `/embed/user/slug`. Host names
 * have no `www.`, because the forums refuse it. Other addresses only lose their anchor.
 */
export function embedAddress(src: string): string {
  const { hostname, pathname, search } = new URL(src);
  const host = hostname.replace(/^www\./, '');
  const question = /^\/questions\/(?:embed\/)?(\d+)/.exec(pathname)?.[1];
  if (host === 'metaculus.com' && question !== undefined) return `https://metaculus.com/questions/embed/${question}/`;
  if (host === 'manifold.markets') return `https://manifold.markets/embed${pathname.replace(/^\/embed/, '')}`;
  return `https://${host}${pathname}${search}`;
}

const framedByForums = ['metaculus.com', 'manifold.markets', 'metaforecast.org', 'ourworldindata.org', 'youtube.com'];

/** Reports whether the forums show a frame of this address. For other addresses a post only has a link. */
export const isFramedByForums = (src: string): boolean => framedByForums.includes(new URL(embedAddress(src)).hostname);

/**
 * Returns a site's id of a question: a number for Metaculus, `user/slug` for Manifold; null if the address has none.
 */
export function embedIdentifier(src: string): { site: 'metaculus' | 'manifold'; id: string } | null {
  const { hostname, pathname } = new URL(embedAddress(src));
  if (hostname === 'metaculus.com') return identifierOf('metaculus', /^\/questions\/embed\/(\d+)/.exec(pathname)?.[1]);
  if (hostname !== 'manifold.markets') return null;
  return identifierOf('manifold', /^\/embed\/(\w[\w.-]*\/[\w-]+)\/?$/.exec(pathname)?.[1]);
}

const identifierOf = <Site extends string>(site: Site, id: string | undefined): { site: Site; id: string } | null =>
  id === undefined ? null : { site, id };
