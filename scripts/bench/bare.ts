import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { writeBareCorpus } from './corpus.ts';
import type { CorpusSize } from './essay-text.ts';

const config = `import { unified } from '@astrojs/markdown-remark';
import mdx from '@astrojs/mdx';
import { defineConfig } from 'astro/config';
import rehypeKatex from 'rehype-katex';
import remarkMath from 'remark-math';
export default defineConfig({
  integrations: [mdx()],
  markdown: { processor: unified({ remarkPlugins: [remarkMath], rehypePlugins: [rehypeKatex] }) },
});
`;

const page = `---
export async function getStaticPaths() {
  const essays = Object.entries(import.meta.glob('../essays/*.mdx', { eager: true }));
  return essays.map(([path, essay]) => ({ params: { slug: path.split('/').pop().replace('.mdx', '') }, props: { essay } }));
}
const { essay: { Content, frontmatter } } = Astro.props;
---
<html lang="en"><head><meta charset="utf-8"><title>{frontmatter.title}</title></head><body><main><h1>{frontmatter.title}</h1><Content /></main></body></html>
`;

/** Writes a minimal Astro project with the same text: MDX, GFM and KaTeX, but no citations, works or search. */
export function writeBareProject(folder: string, { modules, size }: { modules: string; size: CorpusSize }): void {
  mkdirSync(join(folder, 'src', 'pages'), { recursive: true });
  symlinkSync(modules, join(folder, 'node_modules'));
  writeFileSync(join(folder, 'package.json'), '{ "name": "bare", "type": "module" }\n');
  writeFileSync(join(folder, 'astro.config.mjs'), config);
  writeFileSync(join(folder, 'src', 'pages', '[slug].astro'), page);
  writeBareCorpus(folder, size);
}
