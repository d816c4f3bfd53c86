export { comparePost, type Difference } from './compare-post.ts';
export { convertHtml, convertMarkdown } from './convert.ts';
export type { PostContext } from './meaning/essay-reading.ts';
