declare module 'virtual:review' {
  const review: import('../engine/model/site.ts').SiteReview;
  export default review;
}

/** An essay's page: `content/essays/<slug>/index.mdx?essay`. */
declare module '*?essay' {
  /** Null for an essay that is not shown. */
  export const slug: string | null;
  /** The essay as HTML, reference list included. */
  export const html: string;
}

/** An essay's post: `content/essays/<slug>/index.mdx?forum`. */
declare module '*?forum' {
  /** Null for an essay that is not shown. */
  export const slug: string | null;
  /** The post in the HTML that the forums keep. */
  export const html: string;
}
