declare module 'virtual:review' {
  const review: import('../engine/model/site.ts').SiteReview;
  export default review;
}

declare module 'virtual:strings' {
  /** What scripts say in the browser, in the review's language. */
  export const browser: import('../engine/model/strings/index.ts').BrowserStrings;
}

declare module 'virtual:essays' {
  /** An essay as HTML, reference list included; only of one that is shown. */
  export const loadEssay: (slug: string) => Promise<{ html: string }>;
}

declare module 'virtual:posts' {
  /** An essay's post in the HTML that the forums keep, and in their Markdown; only of one that is shown. */
  export const loadPost: (slug: string) => Promise<{ html: string; markdown: string }>;
}

declare module 'virtual:examples' {
  /** An example of the guide as rendered before, by all that it depends on besides the project's code. */
  export const renderOnce: <Value>(example: readonly string[], render: () => Value | Promise<Value>) => Promise<Value>;
}
