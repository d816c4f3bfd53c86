declare module 'virtual:review' {
  const review: import('../engine/model/site.ts').SiteReview;
  export default review;
}

declare module 'virtual:essays' {
  /** An essay as HTML, reference list included; only of one that is shown. */
  export const loadEssay: (slug: string) => Promise<{ html: string }>;
}

/** An essay's post: `content/essays/<slug>/index.mdx?forum`. */
declare module '*?forum' {
  /** Null for an essay that is not shown. */
  export const slug: string | null;
  /** The post in the HTML that the forums keep. */
  export const html: string;
}
