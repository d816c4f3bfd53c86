/** The network and the clock, as every function that makes requests is given them; tests give others. */
export type HttpContext = {
  fetch: typeof fetch;
  /** Milliseconds since 1970. */
  now: () => number;
  /** Resolves after so many milliseconds. */
  sleep: (milliseconds: number) => Promise<void>;
  /** A signal that aborts after so many milliseconds. */
  deadline: (milliseconds: number) => AbortSignal;
};

/** Where the services that know of works and pages are; tests put a server of their own in their place. */
export type Services = {
  /** Resolves a DOI to its record by content negotiation: `https://doi.org/`. */
  doi: string;
  /** arXiv's query interface: `https://export.arxiv.org/api/query`. */
  arxiv: string;
  /** Says whether the Wayback Machine has a copy: `https://archive.org/wayback/available`. */
  archive: string;
};

export const publicServices: Services = {
  doi: 'https://doi.org/',
  arxiv: 'https://export.arxiv.org/api/query',
  archive: 'https://archive.org/wayback/available',
};
