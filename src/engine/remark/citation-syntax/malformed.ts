import type { Paragraph, Parents, PhrasingContent, Root } from 'mdast';
import type { Node, Position } from 'unist';
import type { VFile } from 'vfile';
import { createLocator } from '../../bibliography/positions.ts';
import { createMessage } from '../../model/message.ts';
import { nodesOf, walk } from '../../model/walk.ts';

/** Matches a bracket followed by an `@`, with no other bracket between. */
const bracketBeforeSign = /\[(?=[^[\]]*@)/y;

/** Reports text that looks like a citation but is not one. */
export function remarkMalformedCitations() {
  return (tree: Root, file: VFile): void => {
    const source = String(file.value);
    const locate = createLocator(source);
    walk(tree, (node) => {
      if (node.type === 'link')
        reportCitationsIn(node.children, { file, where: 'in the text of a link: expected it beside the link' });
      if (node.type === 'citation') {
        const around = node.items.flatMap(({ prefix, suffix }) => [...prefix, ...suffix]);
        reportCitationsIn(around, {
          file,
          where: 'in another citation: expected `;` between works in one pair of brackets',
        });
      }
      if (!('children' in node) || node.type === 'link') return;
      for (const offset of bracketsIn(node, source)) report(locate(offset, offset + 1), file);
    });
  };
}

/** Returns offsets of brackets in a node's own text that were meant to begin a citation. */
function bracketsIn({ children }: Parents, source: string): number[] {
  return children.flatMap((child: Parents['children'][number], index: number) => {
    if (child.type !== 'text') return [];
    const next: Node | undefined = children[index + 1];
    const from = child.position?.start.offset ?? 0;
    const text = source.slice(from, child.position?.end.offset ?? from).replace(/\\./g, '  ');
    return findCitationBrackets(text, { isBeforeCitation: next?.type === 'citation' }).map((at) => from + at);
  });
}

/** Returns indexes of brackets that contain an `@`, or that contain the citation after the text. */
function findCitationBrackets(text: string, { isBeforeCitation }: { isBeforeCitation: boolean }): number[] {
  const lastClose = text.lastIndexOf(']');
  const lastSign = text.lastIndexOf('@');
  return [...text.matchAll(/\[/g)]
    .map(({ index }) => index)
    .filter(
      (index) => (isBeforeCitation || index < lastSign) && (index > lastClose || isBracketBeforeSign(text, index)),
    );
}

function isBracketBeforeSign(text: string, index: number): boolean {
  bracketBeforeSign.lastIndex = index;
  return bracketBeforeSign.test(text);
}

/** Reports nested citations: a citation is a link, and links cannot be nested. */
function reportCitationsIn(
  children: readonly PhrasingContent[],
  { file, where }: { file: VFile; where: string },
): void {
  const words: Paragraph = { type: 'paragraph', children: [...children] };
  for (const { position } of nodesOf(words, 'citation')) {
    const reason = `Invalid citation ${where}; write \`\\@\` where no work is meant`;
    file.messages.push(createMessage('malformed-citation', reason, { file: file.path, position }));
  }
}

function report(position: Position, file: VFile): void {
  const reason =
    'Invalid `[`: expected a citation such as `[see @key, p. 3; @other]`; write `\\@` where no work is meant';
  file.messages.push(createMessage('malformed-citation', reason, { file: file.path, position }));
}
