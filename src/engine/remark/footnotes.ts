import type { FootnoteDefinition, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { report } from './report.ts';

/** GFM leaves `[^x]` without a definition as text: this finds it in the text. */
const undefinedCall = /\[\^([^\]\s]+)\]/g;

/** Reports footnotes without a definition, definitions without a footnote, and second definitions. */
export function remarkFootnotes() {
  return (tree: Root, file: VFile): void => {
    const definitions = new Map<string, FootnoteDefinition>();
    const called = new Set<string>();
    visit(tree, (node) => {
      if (node.type === 'footnoteReference') called.add(node.identifier);
      if (node.type === 'text') reportUndefinedCalls(node, file);
      if (node.type !== 'footnoteDefinition') return;
      if (definitions.has(node.identifier)) {
        report(file, node, { rule: 'duplicate-footnote', reason: `Unexpected second definition of footnote \`${node.identifier}\`, expected one` });
      }
      definitions.set(node.identifier, node);
    });
    for (const [identifier, definition] of definitions) {
      if (called.has(identifier)) continue;
      const reason = `Unexpected definition of footnote \`${identifier}\`, expected a \`[^${identifier}]\` in the text that calls it`;
      report(file, definition, { rule: 'unused-footnote', reason });
    }
  };
}

function reportUndefinedCalls(text: { value: string; position?: Root['position'] }, file: VFile): void {
  const start = text.position?.start;
  for (const match of text.value.matchAll(undefinedCall)) {
    const before = text.value.slice(0, match.index);
    const atLineStart = before.lastIndexOf('\n') + 1;
    const line = (start?.line ?? 1) + before.split('\n').length - 1;
    const column = atLineStart === 0 ? (start?.column ?? 1) + match.index : match.index - atLineStart + 1;
    const position = start && { start: { line, column }, end: { line, column: column + match[0].length } };
    const reason = `Unexpected footnote \`${match[1]}\`, expected a definition \`[^${match[1]}]: …\` in the essay`;
    report(file, { position }, { rule: 'undefined-footnote', reason });
  }
}
