import type { Counts, PostFormat } from '../forum-model/index.ts';

/** An essay's post as the forum would show it, beside the site's text. */
export type Preview = {
  /** The post as it is sent, in the two formats that people paste. */
  markdown: string;
  html: string;
  formats: PreviewedFormat[];
  /** What the forum's rich editor changes of the HTML when it is pasted, a sentence each. */
  pasteChanges: string[];
  /** What is lost in any format. */
  losses: Loss[];
};

/** What comes out of one format: HTML in rows that begin with the same heading on both sides. */
export type PreviewedFormat = { format: PostFormat; counts: Counts; rows: Row[] };

export type Row = { post: string; site: string };

/**
 * Something that a post loses, changes or makes up.
 *
 * `number` is that of its flags: `post-difference-1` in the post, `essay-difference-1` in the site's text.
 */
export type Loss = {
  number: number;
  reason: string;
  /** `content/essays/x/index.mdx:12:3`; the file alone where there is no place. */
  place: string;
  /** The formats in which it is lost. */
  formats: PostFormat[];
};
