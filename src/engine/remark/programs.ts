import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './report.ts';

const comment = /^\s*(?:\/\*[\s\S]*\*\/\s*)+$/;

/** Essays are content, not programs: removes comments, and reports `import`, `export` and expressions. */
export function remarkPrograms() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node, index, parent) => {
      const reason = reasonAgainst(node);
      if (reason === null) return undefined;
      if (reason !== '') report(file, node, { rule: 'no-program', reason });
      if (parent === undefined || index === undefined) return undefined;
      parent.children.splice(index, 1);
      const last = parent.children.at(-1);
      if (last?.type === 'text' && index === parent.children.length) last.value = last.value.trimEnd();
      return [SKIP, index];
    });
  };
}

/** Null for content, the empty string for a comment. */
function reasonAgainst(node: Nodes): string | null {
  if (node.type === 'mdxjsEsm') return 'Unexpected `import` or `export`, expected content; an essay holds no program';
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return null;
  if (comment.test(node.value)) return '';
  return 'Unexpected expression in braces, expected text; write `\\{` for a brace';
}
