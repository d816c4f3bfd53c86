import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx-jsx';
import type { VFile } from 'vfile';
import { vocabulary, type ComponentName } from '../model/vocabulary.ts';
import { report } from './report.ts';

type Element = MdxJsxFlowElement | MdxJsxTextElement;

/** Returns the position of `<Name`, so that a message about a component does not mark its whole content. */
export function opening({ position, name }: Element): Pick<Element, 'position'> {
  if (position === undefined) return {};
  const { start } = position;
  const width = (name ?? '').length + 1;
  const end = { line: start.line, column: start.column + width, offset: (start.offset ?? 0) + width };
  return { position: { start, end } };
}

/** Reports a component whose position or content is not allowed. Returns whether both are allowed. */
export function hasAllowedContent(element: Element, name: ComponentName, file: VFile): boolean {
  const { content } = vocabulary[name];
  if ((content === 'none' || content === 'void') && element.children.length > 0) {
    const reason = `Invalid content of \`${name}\`: expected none; write \`<${name} … />\``;
    report(file, opening(element), { rule: 'misplaced-component', reason });
    return false;
  }
  if (content === 'phrasing' && (element.type === 'mdxJsxFlowElement' || element.children.length === 0)) {
    const reason = `Invalid \`${name}\`: expected it within a sentence, with words in it`;
    report(file, opening(element), { rule: 'misplaced-component', reason });
    return false;
  }
  if ((content === 'flow' || content === 'none') && element.type === 'mdxJsxTextElement') {
    const reason = `Invalid \`${name}\` within a paragraph: expected it on separate lines with a blank line before and after`;
    report(file, opening(element), { rule: 'misplaced-component', reason });
    return false;
  }
  return true;
}
