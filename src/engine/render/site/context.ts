import type { Strings } from '../../model/strings/index.ts';
import type { Library } from '../../model/work.ts';

/** What a page needs beyond the essay itself. */
export type SiteContext = {
  library: Library;
  strings: Strings;
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** Where an image of this essay is served, by `src` as written. */
  imageOf: (src: string) => SiteImage;
  /** Whether what is rendered is a part of an essay on another page, which leaves notes out. */
  isExtract?: true;
};

/** Attributes of an image: `src` is what the page shows, `original` the address of the file itself. */
export type SiteImage = { src: string; original: string; srcset?: string; width?: string; height?: string };
