import type { Nodes, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { Comment } from '../model/comment.ts';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

declare module 'vfile' {
  interface DataMap {
    /** The comments that `remarkPrograms` removed from the tree. */
    comments: Comment[];
  }
}

const comment = /^\s*(?:\/\*[\s\S]*\*\/\s*)+$/;

/** Removes comments, and reports `import`, `export` and expressions: essays are content, not programs. */
export function remarkPrograms() {
  return (tree: Root, file: VFile): void => {
    const comments: Comment[] = [];
    file.data.comments = comments;
    walk(tree, (node, index, parent) => {
      const reason = reasonAgainst(node);
      if (reason === null) return undefined;
      if (reason !== '') report(file, node, { rule: 'no-program', reason });
      if (parent === undefined || index === undefined) return undefined;
      if (reason === '') comments.push(commentOf(node, { index, parent }));
      parent.children.splice(index, 1);
      const last = parent.children.at(-1);
      if (last?.type === 'text' && index === parent.children.length) last.value = last.value.trimEnd();
      return index;
    });
  };
}

/** Parses a comment. Between blocks it covers the next block; in text it covers its parent. */
function commentOf(node: Nodes, { index, parent }: { index: number; parent: Parents }): Comment {
  const next = parent.children.slice(index + 1).find((sibling) => reasonAgainst(sibling) !== '');
  const covered = node.type === 'mdxFlowExpression' ? (next ?? node) : parent;
  const { start, end } = covered.position ?? { start: { line: 0 }, end: { line: 0 } };
  const text = 'value' in node ? node.value.replace(/^\s*\/\*+|\*+\/\s*$/g, '').trim() : '';
  return { text, position: node.position, covers: { from: start.line, to: end.line } };
}

/** Returns the problem of a node, an empty string for a comment, or null for content. */
function reasonAgainst(node: Nodes): string | null {
  if (node.type === 'mdxjsEsm') return 'Invalid `import` or `export`: an essay contains no program';
  if (node.type !== 'mdxFlowExpression' && node.type !== 'mdxTextExpression') return null;
  if (comment.test(node.value)) return '';
  return 'Invalid expression in braces: expected text; write `\\{` for a brace';
}
