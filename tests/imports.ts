import { fromHtml } from 'hast-util-from-html';
import remarkMdx from 'remark-mdx';
import remarkParse from 'remark-parse';
import ts from 'typescript';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

const mdx = unified().use(remarkParse).use(remarkMdx);

/** Returns the module names that a source file imports or exports from. `path` determines the language. */
export function importsOf(path: string, text: string): string[] {
  return scriptsOf(path, text).flatMap((script) =>
    ts.preProcessFile(script, true, true).importedFiles.map(({ fileName }) => fileName),
  );
}

function scriptsOf(path: string, text: string): string[] {
  if (path.endsWith('.astro')) return scriptsOfAstro(text);
  return path.endsWith('.mdx') ? scriptsOfMdx(text) : [text];
}

/** Returns the code fence of an Astro component and its `<script>` elements. */
function scriptsOfAstro(text: string): string[] {
  const [, fence = '', ...template] = text.startsWith('---') ? text.split(/^---$/m) : ['', '', text];
  const scripts = [fence];
  visit(fromHtml(template.join('---'), { fragment: true }), 'element', (node) => {
    const [content] = node.tagName === 'script' ? node.children : [];
    if (content?.type === 'text') scripts.push(content.value);
  });
  return scripts;
}

function scriptsOfMdx(text: string): string[] {
  const scripts: string[] = [];
  visit(mdx.parse(text.replace(/^---\n.*?\n---\n/s, '')), 'mdxjsEsm', (node) => void scripts.push(node.value));
  return scripts;
}
