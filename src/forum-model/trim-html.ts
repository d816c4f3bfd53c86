import { parseFragment, serialize, type DefaultTreeAdapterTypes } from 'parse5';

type Node = DefaultTreeAdapterTypes.ChildNode;

/**
 * Applies what the forum does to the HTML of Markdown before MathJax. The HTML is parsed inside one element, empty
 * paragraphs and line breaks at both ends are removed, and it is serialized again. This drops end tags without a start
 * tag, and everything after an end tag that closes the element itself.
 *
 * The forum uses cheerio, which parses and serializes fragments with parse5. Source:
 * `server/editor/conversionUtils.ts`.
 */
export function trimHtml(html: string): string {
  const [element] = parseFragment(`<div>${html}</div>`).childNodes;
  if (element === undefined || !('childNodes' in element)) return '';
  const isElement = (node: Node) => 'tagName' in node;
  const drop = (node: Node) => void element.childNodes.splice(element.childNodes.indexOf(node), 1);
  const first = element.childNodes.filter(isElement);
  for (const node of first.slice(0, countLeadingEmpty(first))) drop(node);
  const last = element.childNodes.filter(isElement).toReversed();
  for (const node of last.slice(0, countLeadingEmpty(last))) drop(node);
  return serialize(element);
}

function countLeadingEmpty(nodes: readonly Node[]): number {
  const end = nodes.findIndex((node) => !isEmpty(node));
  return end < 0 ? nodes.length : end;
}

function isEmpty(node: Node): boolean {
  if (!('tagName' in node) || node.tagName === 'br') return 'tagName' in node;
  if (node.tagName !== 'p' || node.childNodes.length > 1) return false;
  const [only] = node.childNodes;
  return only === undefined || ('value' in only && only.value.trim() === '');
}
