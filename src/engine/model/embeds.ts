/**
 * The address that shows a question inside another page.
 *
 * Metaculus: `/questions/3479/…` → `/questions/embed/3479/`; Manifold: `/user/slug` → `/embed/user/slug`.
 * Host names are bare, for the forums refuse `www.`. Other addresses stay as they are, without their anchor.
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

/** Whether the forums show a frame of this address; of others a post has the link alone. */
export const isFramedByForums = (src: string): boolean => framedByForums.includes(new URL(embedAddress(src)).hostname);

/** What a site calls a question: the number of Metaculus, `user/slug` of Manifold; null where the address names none. */
export function embedIdentifier(src: string): { site: 'metaculus' | 'manifold'; id: string } | null {
  const { hostname, pathname } = new URL(embedAddress(src));
  if (hostname === 'metaculus.com') return identifierOf('metaculus', /^\/questions\/embed\/(\d+)/.exec(pathname)?.[1]);
  if (hostname !== 'manifold.markets') return null;
  return identifierOf('manifold', /^\/embed\/(\w[\w.-]*\/[\w-]+)\/?$/.exec(pathname)?.[1]);
}

const identifierOf = <Site extends string>(site: Site, id: string | undefined): { site: Site; id: string } | null =>
  id === undefined ? null : { site, id };
