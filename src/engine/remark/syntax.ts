import remarkFrontmatter from 'remark-frontmatter';
import remarkGfm from 'remark-gfm';
import remarkMath from 'remark-math';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkCitationSyntax } from './citation-syntax/index.ts';

/** The syntax of essays: text → tree as written, before any plugin looks at it. */
export const createSyntax = () =>
  unified()
    .use(remarkParse)
    .use(remarkFrontmatter)
    .use(remarkMdx)
    .use(remarkGfm, { singleTilde: false })
    .use(remarkMath)
    // The tokenizer asks the extension added last first: citations come before GFM's automatic links and MDX's braces.
    .use(remarkCitationSyntax);
