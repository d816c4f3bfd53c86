import { plainAddress } from '../bibliography/index.ts';
import type { Check } from '../model/rule.ts';
import { schemeOf } from '../model/url.ts';

export const malformedUrl: Check = {
  id: 'malformed-url',
  level: 'warning',
  description: 'A `url` is not a URL of the web: it has no `https://`, contains a space, or has no host.',
  remedy: 'Write the whole URL and nothing else: `url = {https://openreview.net/forum?id=NjNGlPh8Wh}`.',
  check: ({ entries }) =>
    [...entries.values()].flatMap(({ key, file, valueOf, positionOf }) => {
      const url = plainAddress(valueOf('url') ?? '');
      if (url === '' || isAddress(url)) return [];
      return [
        {
          file,
          position: positionOf('url'),
          reason: `Invalid address \`${url}\` of \`${key}\`: expected one such as \`https://example.org/paper\``,
        },
      ];
    }),
};

const isAddress = (url: string): boolean =>
  hasOtherScheme(url) ||
  (/^https?:\/\/[^\s{}\\]+$/i.test(url) && URL.canParse(url) && new URL(url).hostname.includes('.'));

/** `unsafe-url` reports other schemes. */
const hasOtherScheme = (url: string): boolean => !['http', 'https', null].includes(schemeOf(url));
