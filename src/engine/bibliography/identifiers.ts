const commandsInAddresses = new Map([
  ['textasciitilde', '~'],
  ['sim', '~'],
  ['textunderscore', '_'],
  ['textless', '<'],
  ['textgreater', '>'],
  ['textbackslash', '\\'],
]);

/** Returns an address or identifier without what it cannot contain: TeX escapes, formulas, `\url` and braces. */
export function plainAddress(text: string): string {
  return text
    .replace(/^\s*\\(?:url|path|nolinkurl)\s*(?=\{)/, '')
    .replace(/\$(\\sim|[<>~_])\$/g, '$1')
    .replace(/\\([a-zA-Z]+)\s?/g, (whole, name: string) => commandsInAddresses.get(name) ?? whole)
    .replace(/\\([_%#&~$^{}])/g, (_, char: string) => (/[{}]/.test(char) ? '' : char))
    .replace(/[{}]/g, '')
    .trim();
}

/** Parses a URL, and percent-encodes what no URL may contain. Text that is already encoded does not change. */
export const parseUrl = (text: string): string => encodeURI(plainAddress(text).toWellFormed()).replace(/%25/g, '%');

/** Returns a DOI without its resolver and TeX escapes, such as `10.1162/tacl_a_00562`, or null if there is none. */
export function parseDoi(text: string | undefined): string | null {
  return /\b(10\.\d{4,9}(?:\.\d+)*\/\S+)$/.exec(plainAddress(text ?? ''))?.[1] ?? null;
}

type Written = {
  eprint?: string | undefined;
  eprinttype?: string | undefined;
  doi?: string | null;
  url?: string | undefined;
};

const arxivId = /^(?:arxiv:)?((?:\d{4}\.\d{4,5}|[a-z-]+(?:\.[A-Z]{2})?\/\d{7})(?:v\d+)?)$/i;

/** Returns an arXiv id without its version, such as `2203.15556`, from the eprint, the address, or arXiv's own DOI. */
export function parseArxiv({ eprint, eprinttype, doi, url }: Written): string | null {
  const named = eprinttype === undefined || /^arxiv$/i.test(eprinttype.trim()) ? (eprint ?? '').trim() : '';
  const inUrl =
    /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/(.+?)(?:\.pdf)?$/i.exec((url ?? '').trim())?.[1] ?? '';
  const inDoi = /^10\.48550\/arxiv\.(.+)$/i.exec(doi ?? '')?.[1] ?? '';
  const found = [named, inUrl, inDoi].map((text) => arxivId.exec(text)?.[1]).find((id) => id !== undefined);
  return found?.replace(/v\d+$/, '') ?? null;
}
