/** The network and the clock, passed to every function that makes requests. Tests replace them. */
export type HttpContext = {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Resolves after the given number of milliseconds. */
  sleep: (milliseconds: number) => Promise<void>;
  /** Returns a signal that aborts after the given number of milliseconds. */
  deadline: (milliseconds: number) => AbortSignal;
};

/** Addresses of services that have data on works and pages. Tests replace them by their own server. */
export type Services = {
  /** Resolves a DOI to its record by content negotiation: `https://doi.org/`. */
  doi: string;
  /** arXiv's query API: `https://export.arxiv.org/api/query`. */
  arxiv: string;
  /** Reports whether the Wayback Machine has a copy: `https://archive.org/wayback/available`. */
  archive: string;
};

export const publicServices: Services = {
  doi: 'https://doi.org/',
  arxiv: 'https://export.arxiv.org/api/query',
  archive: 'https://archive.org/wayback/available',
};
