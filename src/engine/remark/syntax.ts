import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCitationSyntax } from './citation-syntax/index.ts';

/** Creates the parser of essay syntax: text → tree as written, before any plugin changes it. */
export const createSyntax = () =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMdx)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkMath)
    // The tokenizer tries the last extension first, so citations take precedence over GFM's automatic links and MDX's
    // braces.
    .use(remarkCitationSyntax);
