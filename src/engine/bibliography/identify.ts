import { parseArxiv, parseDoi } from './identifiers.ts';

/** The service that knows a work. If the address of a page contains a DOI, the DOI is tried first. */
export type Source =
  { kind: 'arxiv'; id: string } | { kind: 'doi'; doi: string } | { kind: 'page'; url: string; doi: string | null };

/** Returns the source for an arXiv id, a DOI or an address, and null for anything else. */
export function identify(text: string): Source | null {
  const written = text.trim();
  const url = /^https?:\/\//i.test(written) ? URL.parse(written) : null;
  if (url !== null) return identifyUrl(url);
  const id = parseArxiv({ eprint: written });
  if (id !== null) return { kind: 'arxiv', id };
  const doi = /^(?:doi:\s*)?10\./i.test(written) ? parseDoi(written.replace(/^doi:\s*/i, '')) : null;
  return doi === null ? null : fromDoi(doi);
}

/**
 * Returns an arXiv id without its version, or a DOI, in lower case, for comparing identifiers. Returns null for any
 * other text. The identifier may be an address, or have `arXiv:` or `doi:` before it.
 */
export function parseIdentifier(text: string): string | null {
  const written = text
    .trim()
    .replace(/^(arxiv|doi):\s+/i, '$1:')
    .replace(/^(?=(?:[a-z]+\.)?(?:arxiv|doi)\.org\/)/i, 'https://')
    .replace(/(?:\s*\[[\w.-]+\]|[.,;])$/, '');
  const source = identify(written);
  if (source === null) return null;
  return (source.kind === 'arxiv' ? source.id : source.doi)?.toLowerCase() ?? null;
}

function identifyUrl(url: URL): Source {
  const path = decodePath(url.pathname);
  const id = /^(?:www\.|export\.)?arxiv\.org$/i.test(url.hostname)
    ? parseArxiv({ url: `https://arxiv.org${path}` })
    : null;
  if (id !== null) return { kind: 'arxiv', id };
  if (/^(?:dx\.|www\.)?doi\.org$/i.test(url.hostname)) {
    const doi = parseDoi(path);
    if (doi !== null) return fromDoi(doi);
  }
  const inside = /\/(10\.\d{4,9}\/[^?#]+)/.exec(path)?.[1];
  return { kind: 'page', url: url.href, doi: inside === undefined ? null : withoutView(inside) };
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** arXiv registers a DOI for every preprint, but its own API returns more data. */
function fromDoi(doi: string): Source {
  const id = parseArxiv({ doi });
  return id === null ? { kind: 'doi', doi } : { kind: 'arxiv', id };
}

/**
 * Returns the DOI in a publisher's address without suffixes that select a view of the page: `…/full`, `….pdf`,
 * `…v2.abstract`.
 */
const withoutView = (doi: string): string =>
  doi
    .replace(/\/+$/, '')
    .replace(
      /(?:\/(?:full|abstract|pdf|epdf|html|meta|summary|references)|(?:v\d+)?\.(?:full|abstract|pdf|full\.pdf)|v\d+)+$/i,
      '',
    );
