import type { Counts, Door } from '../../forum-model/index.ts';

/** An essay's post as the forum would show it, beside the site's text. */
export type Preview = {
  /** The post as it is sent, in the two forms that people paste. */
  markdown: string;
  html: string;
  doors: PreviewedDoor[];
  /** What does not survive, whatever the door; empty where nothing is lost. */
  losses: Loss[];
};

/** What comes out of one door: HTML in rows that begin with the same heading on both sides. */
export type PreviewedDoor = { door: Door; counts: Counts; rows: Row[] };

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
  /** The doors at which it is lost. */
  doors: Door[];
};
