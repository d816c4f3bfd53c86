import type { Strings } from '../../model/strings/index.ts';
import type { Library } from '../../model/work.ts';

/** The context in which an essay is rendered for a page. */
export type SiteContext = {
  library: Library;
  strings: Strings;
  /** The path under which the site is served, with a slash at both ends. */
  base: string;
  /** Returns the served image of this essay, given `src` as written. */
  imageOf: (src: string) => SiteImage;
  /** Set for a part of an essay on another page; notes are left out. */
  isExtract?: true;
};

/** Attributes of an image: `src` is the displayed image, `original` the address of the file itself. */
export type SiteImage = { src: string; original: string; srcset?: string; width?: string; height?: string };
