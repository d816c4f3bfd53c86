import type { About, Essay } from '../model/essay.ts';
import { textsOf } from '../model/published.ts';
import type { Check, Problem } from '../model/rule.ts';
import { isSafeUrl, schemeOf, schemesInWords } from '../model/url.ts';
import type { RawEntry } from '../model/raw-entry.ts';

export const unsafeUrl: Check = {
  id: 'unsafe-url',
  level: 'error',
  description:
    'A URL has another scheme than `http`, `https` or `mailto`. A `javascript:` URL would run with the rights of the site, and browsers do not open schemes such as `ftp:`. In the bibliography this is a warning, and the URL is printed without a link.',
  remedy: 'Write the URL of a web page: `https://example.org/paper`.',
  check: ({ entries, library, ...review }) => [
    ...textsOf(review).flatMap(checkText),
    ...[...entries.values()].flatMap((entry) => checkEntry(entry, library.get(entry.key)?.url ?? null)),
  ],
};

const isUnsafe = (url: string): boolean => schemeOf(url) !== null && !isSafeUrl(url);

const reasonAgainst = (url: string): string =>
  `Invalid URL \`${url.replace(/\s+/g, ' ')}\`: expected one of the schemes ${schemesInWords}`;

function checkText({ path, links }: Essay | About): Problem[] {
  return links
    .filter(({ url }) => isUnsafe(url))
    .map(({ url, position }) => ({ file: path, position, reason: reasonAgainst(url) }));
}

/** Public libraries contain thousands of `ftp:` URLs, so this is only a warning. */
function checkEntry({ key, file, valueOf, positionOf }: RawEntry, printed: string | null): Problem[] {
  const url = [valueOf('url') ?? '', printed ?? ''].find(isUnsafe);
  if (url === undefined) return [];
  const reason = `${reasonAgainst(url)}; \`${key}\` is printed without a link`;
  return [{ level: 'warning', file, position: positionOf('url'), reason }];
}
