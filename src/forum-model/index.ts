export { comparePost, type Difference } from './compare-post.ts';
export { convertBlocks, convertHtml, convertMarkdown, type DraftBlock } from './convert.ts';
export type { Readings } from './read-tex.ts';
export type { PostContext } from './meaning/essay-reading.ts';
