declare module 'virtual:review' {
  const review: import('../engine/model/site.ts').SiteReview;
  export default review;
}

declare module 'virtual:strings' {
  /** Texts of scripts in the browser, in the review's language. */
  export const browser: import('../engine/model/strings/index.ts').BrowserStrings;
}

declare module 'virtual:essays' {
  /** Loads an essay that is shown, as HTML, including its reference list. */
  export const loadEssay: (slug: string) => Promise<{ html: string }>;
}

declare module 'virtual:posts' {
  /** Loads the post of an essay that is shown, in the HTML that the forums preserve, and in their Markdown. */
  export const loadPost: (slug: string) => Promise<{ html: string; markdown: string }>;
}

declare module 'virtual:examples' {
  /**
   * Returns the HTML of an example of the guide from the cache, or renders it. The key is everything that it depends on
   * besides the project's code.
   */
  export const renderOnce: <Value>(example: readonly string[], render: () => Value | Promise<Value>) => Promise<Value>;
}
