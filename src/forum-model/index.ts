export { comparePost, provePost, type Difference, type Proof } from './compare-post.ts';
export type { Counts } from './meaning/count-blocks.ts';
export { convertBlocks, convertHtml, convertMarkdown, type DraftBlock } from './convert.ts';
export { proveDoors, reportLosses, type Door, type PostForms } from './doors.ts';
export type { Readings } from './read-tex.ts';
export type { PostContext } from './meaning/essay-reading.ts';
