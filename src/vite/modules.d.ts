declare module 'virtual:review' {
  const review: import('../engine/model/site.ts').SiteReview;
  export default review;
}

declare module 'virtual:essays' {
  /** An essay as HTML, reference list included; only of one that is shown. */
  export const loadEssay: (slug: string) => Promise<{ html: string }>;
}
