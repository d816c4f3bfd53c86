import * as z from 'zod';

/** Schemes that an output may link to. Any other could run a program, or does not work for most readers. */
const linkedSchemes = ['http', 'https', 'mailto'] as const;

/** The schemes as messages list them. */
export const schemesInWords = linkedSchemes.map((scheme) => `\`${scheme}\``).join(', ');

/** A URL that an output may link to: absolute, with the scheme `http`, `https` or `mailto`. */
export const LinkUrl = z.url({ protocol: new RegExp(`^(?:${linkedSchemes.join('|')})$`) });

/** A URL of the web: absolute, with the scheme `http` or `https`. */
export const WebUrl = z.url({ protocol: /^https?$/ });

/**
 * Reports whether an output may link to an absolute URL: its scheme is `http`, `https` or `mailto`, as browsers parse
 * it.
 */
export const isSafeUrl = (url: string): boolean => LinkUrl.safeParse(url).success;

/**
 * Like `isSafeUrl`, for a link in a text, which may also be a path of the site (`/works/`) or an anchor (`#limits`).
 */
export const isSafeLink = (url: string): boolean => /^(?:#|\/(?![/\\]))/.test(url) || isSafeUrl(url);

/**
 * Returns the scheme of an absolute URL as browsers parse it, for example `ftp`; null if the text is not an absolute
 * URL.
 */
export const schemeOf = (url: string): string | null => URL.parse(url)?.protocol.slice(0, -1) ?? null;

/** Converts the path of a page to an absolute address: `/essays/x/#a` → `https://…/review/essays/x/#a`. */
export const toAbsolute = (path: string, { baseUrl }: { baseUrl: string }): string =>
  new URL(path.replace(/^\//, ''), baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`).href;
