import type { FootnoteDefinition, Root, Text } from 'mdast';
import type { VFile } from 'vfile';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Finds `[^x]` without a definition in the source, because GFM leaves it as text. An escaped `\[^x]` is intended. */
const undefinedCall = /(?<!\\)\[\^([^\]\s]+)\]/g;

/** Reports footnotes without a definition, definitions without a footnote, and duplicate definitions. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const definitions = new Map<string, FootnoteDefinition>();
    const called = new Set<string>();
    walk(tree, (node) => {
      if (node.type === 'footnoteReference') called.add(node.identifier);
      if (node.type === 'text') reportUndefinedCalls(node, file);
      if (node.type !== 'footnoteDefinition') return;
      if (definitions.has(node.identifier)) {
        report(file, node, {
          rule: 'duplicate-footnote',
          reason: `Duplicate definition of footnote \`${node.identifier}\`: expected one`,
        });
      }
      definitions.set(node.identifier, node);
    });
    for (const [identifier, definition] of definitions) {
      if (called.has(identifier)) continue;
      const reason = `Missing reference to footnote \`${identifier}\`: expected a \`[^${identifier}]\` in the text`;
      report(file, definition, { rule: 'unused-footnote', reason });
    }
  };
}

function reportUndefinedCalls({ position }: Text, file: VFile): void {
  if (position === undefined) return;
  const { start, end } = position;
  const source = String(file).slice(start.offset, end.offset);
  for (const match of source.matchAll(undefinedCall)) {
    const before = source.slice(0, match.index).split('\n');
    const line = start.line + before.length - 1;
    const column = (before.length === 1 ? start.column : 1) + (before.at(-1) ?? '').length;
    const place = { start: { line, column }, end: { line, column: column + match[0].length } };
    const reason = `Missing definition of footnote \`${match[1]}\`: expected \`[^${match[1]}]: …\` in the essay`;
    report(file, { position: place }, { rule: 'undefined-footnote', reason });
  }
}
