declare module 'virtual:review' {
  const review: import('../engine/model/site.ts').SiteReview;
  export default review;
}

/** An essay's page: `content/essays/<slug>/index.mdx?essay`. */
declare module '*?essay' {
  export const slug: string;
  /** The essay as HTML, reference list included. */
  export const html: string;
}
