/** The files of a built site by path, as bytes in Base64. */
type SiteFiles = ReadonlyMap<string, string>;

const textOf = (site: SiteFiles, path: string): string => Buffer.from(site.get(path) ?? '', 'base64').toString('utf8');

/** Returns URLs of links and files within the site, as written in a page. */
export function innerLinksOf(html: string): string[] {
  const urls = [...html.matchAll(/<[a-z]+\b[^>]*?\s(?:href|src)="([^"]*)"/g)].map((match) =>
    (match[1] ?? '').replaceAll('&#x26;', '&').replaceAll('&amp;', '&'),
  );
  return urls.filter((url) => !/^(?:[a-z]+:|\/\/)/i.test(url));
}

/**
 * Returns links and files of all pages whose target file or element does not exist. The site is served under `base`.
 */
export function brokenLinksOf(site: SiteFiles, base: string): string[] {
  const pages = [...site.keys()].filter((path) => path.endsWith('.html'));
  const idsOf = new Map(pages.map((page) => [page, findIds(textOf(site, page))]));
  return pages.flatMap((page) =>
    innerLinksOf(textOf(site, page))
      .filter((link) => !leadsSomewhere(link, page))
      .map((link) => `${page} → ${link}`),
  );

  function leadsSomewhere(link: string, page: string): boolean {
    const [path = '', anchor = ''] = link.split('#');
    const target = path === '' ? page : fileOf(site, base, path);
    if (target === null) return false;
    return anchor === '' || idsOf.get(target)?.has(decodeURIComponent(anchor)) === true;
  }
}

/** Returns the file that a path leads to, on a site served under `base`, or null. */
export function fileOf(site: SiteFiles, base: string, path: string): string | null {
  if (!path.startsWith(base)) return null;
  const inside = decodeURIComponent(path.slice(base.length).split('?')[0] ?? '');
  return [inside, `${inside}index.html`, `${inside}/index.html`].find((file) => site.has(file)) ?? null;
}

const findIds = (html: string): Set<string> => new Set([...html.matchAll(/\sid="([^"]*)"/g)].map(([, id = '']) => id));
