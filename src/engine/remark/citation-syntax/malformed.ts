import type { Parents, PhrasingContent, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import type { VFile } from 'vfile';
import { createMessage } from '../../model/message.ts';

/** Stretches of text that an author meant for a citation: `[@`, `[see @`, `; @]`, or `[` before a citation in the text. */
const meant = /\[[^[\]]*@[^[\]]*\]?/;

/** Reports what looks like a citation and is none. */
export function remarkMalformedCitations() {
  return (tree: Root, file: VFile): void => {
    visit(tree, (node) => {
      if (!('children' in node) || node.type === 'link') return;
      for (const text of malformedIn(node, String(file.value))) report(text, file);
    });
  };
}

/** Text nodes that hold the beginning of a malformed citation, with its place in the source. */
function malformedIn({ children }: Parents, source: string): Text[] {
  return children.flatMap((child: Parents['children'][number], index: number) => {
    if (child.type !== 'text') return [];
    const next: PhrasingContent | Parents['children'][number] | undefined = children[index + 1];
    const written = source.slice(child.position?.start.offset ?? 0, child.position?.end.offset ?? 0);
    const opens = /\[[^\]]*$/.test(written.replace(/\\./g, '  '));
    const before = opens && next?.type === 'citation' && next.mode === 'narrative';
    return before || meant.test(written.replace(/\\./g, '  ')) ? [child] : [];
  });
}

function report(text: Text, file: VFile): void {
  const source = String(file.value);
  const from = text.position?.start.offset ?? 0;
  const written = source.slice(from, text.position?.end.offset ?? 0).replace(/\\./g, '  ');
  const at = from + (meant.exec(written)?.index ?? written.lastIndexOf('['));
  const position = { start: pointAt(source, at), end: pointAt(source, at + 1) };
  const reason = 'Unexpected `[`, expected a citation such as `[see @key, p. 3; @other]` behind it; write `\\@` where no work is meant';
  file.messages.push(createMessage('malformed-citation', reason, { file: file.path, position }));
}

function pointAt(source: string, offset: number) {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset };
}
