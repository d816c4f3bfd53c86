export { comparePost, provePost, type Difference, type Proof } from './compare-post.ts';
export type { Counts } from './meaning/count-blocks.ts';
export { convertHtml, convertMarkdown } from './convert.ts';
export { proveFormats, reportLosses, type PostForms } from './prove-formats.ts';
export type { Readings } from './read-tex.ts';
export type { PostContext, PostFormat } from './meaning/essay-reading.ts';
