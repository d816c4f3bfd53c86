import type { Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { createMessage } from '../../model/message.ts';
import { nodesOf, walk } from '../../model/walk.ts';

/** A bracket that holds an `@`, or one that a citation in the text stands in. */
const meant = /\[(?=[^[\]]*@)|\[(?=[^\]]*$)/g;

/** Reports what looks like a citation and is none. */
export function remarkMalformedCitations() {
  return (tree: Root, file: VFile): void => {
    walk(tree, (node) => {
      if (node.type === 'link')
        reportCitationsIn(node.children, { file, where: 'in the text of a link, expected it beside the link' });
      if (node.type === 'citation') {
        const around = node.items.flatMap(({ prefix, suffix }) => [...prefix, ...suffix]);
        reportCitationsIn(around, {
          file,
          where: 'in another citation, expected `;` between works in one pair of brackets',
        });
      }
      if (!('children' in node) || node.type === 'link') return;
      for (const offset of bracketsIn(node, String(file.value))) report(offset, file);
    });
  };
}

/** Offsets of the brackets in a node's own text behind which a citation was meant. */
function bracketsIn({ children }: Parents, source: string): number[] {
  return children.flatMap((child: Parents['children'][number], index: number) => {
    if (child.type !== 'text') return [];
    const next: Node | undefined = children[index + 1];
    const from = child.position?.start.offset ?? 0;
    const written = source.slice(from, child.position?.end.offset ?? from).replace(/\\./g, '  ');
    const found = [...written.matchAll(meant)].filter(
      (match) => next?.type === 'citation' || written.slice(match.index).includes('@'),
    );
    return found.map((match) => from + match.index);
  });
}

/** A citation is a link, and none can stand in another. */
function reportCitationsIn(
  children: readonly PhrasingContent[],
  { file, where }: { file: VFile; where: string },
): void {
  const words: Paragraph = { type: 'paragraph', children: [...children] };
  for (const { position } of nodesOf(words, 'citation')) {
    const reason = `Unexpected citation ${where}; write \`\\@\` where no work is meant`;
    file.messages.push(createMessage('malformed-citation', reason, { file: file.path, position }));
  }
}

function report(offset: number, file: VFile): void {
  const source = String(file.value);
  const position = { start: pointAt(source, offset), end: pointAt(source, offset + 1) };
  const reason =
    'Unexpected `[`, expected a citation such as `[see @key, p. 3; @other]` behind it; write `\\@` where no work is meant';
  file.messages.push(createMessage('malformed-citation', reason, { file: file.path, position }));
}

function pointAt(source: string, offset: number) {
  const before = source.slice(0, offset);
  return { line: before.split('\n').length, column: offset - before.lastIndexOf('\n'), offset };
}
