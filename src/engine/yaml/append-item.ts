import { isCollection, isNode, isSeq, parseDocument, stringify, type YAMLSeq } from 'yaml';

/**
 * Appends an item to the list at `path` of a YAML text (an empty path is the whole document). Every other character is
 * unchanged, including comments and line breaks, which the package would reformat.
 *
 * @throws Error if there is no list, or the text cannot be read.
 */
export function appendItem(text: string, path: readonly string[], item: unknown): string {
  const list = listAt(text, path);
  const changed =
    list.flow === true || list.items.length === 0 ? appendInFlow(text, list, item) : appendInBlock(text, list, item);
  // The new text must parse to the old list plus the item.
  const before: unknown = list.toJSON();
  const after: unknown = listAt(changed, path).toJSON();
  if (JSON.stringify(after) !== JSON.stringify([...itemsOf(before), item])) throw unreadable(path);
  return changed;
}

function listAt(text: string, path: readonly string[]): YAMLSeq {
  const document = parseDocument(text);
  const list: unknown = path.length === 0 ? document.contents : document.getIn(path, true);
  if (document.errors.length > 0 || !isSeq(list)) throw unreadable(path);
  return list;
}

const unreadable = (path: readonly string[]): Error =>
  new Error(
    `There is no list${path.length === 0 ? '' : ` \`${path.join('.')}\``} that an item could be added to. Write the list with one item to a line.`,
  );

/** Appends to `- a` a line `- b` with the same indentation. */
function appendInBlock(text: string, list: YAMLSeq, item: unknown): string {
  const start = list.range?.[0] ?? 0;
  const indent = ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
  const [first = '', ...others] = stringify(item, { lineWidth: 0 }).trimEnd().split('\n');
  const lines = [`${indent}- ${first}`, ...others.map((line) => (line === '' ? '' : `${indent}  ${line}`))];
  const end = endOfLine(text, endOfItems(text, list));
  return `${text.slice(0, end)}\n${lines.join('\n')}${text.slice(end) === '' ? '\n' : text.slice(end)}`;
}

/** Changes `[a]` to `[a, b]`. */
function appendInFlow(text: string, list: YAMLSeq, item: unknown): string {
  const close = text.lastIndexOf(']', list.range?.[1] ?? text.length);
  const inside = list.items.length === 0 ? text.slice(0, close).trimEnd() : text.slice(0, endOfItems(text, list));
  return `${inside}${list.items.length === 0 ? '' : ', '}${JSON.stringify(item)}${text.slice(inside.length).replace(/^\s*,/, '')}`;
}

/** Returns where the last item ends, without the blank lines that YAML includes in a block. */
function endOfItems(text: string, list: YAMLSeq): number {
  const last = list.items.at(-1);
  const end = isNode(last) ? lastEnd(last) : (list.range?.[1] ?? 0);
  return text.slice(0, end).trimEnd().length;
}

function lastEnd(node: unknown): number {
  if (!isNode(node)) return 0;
  if (!isCollection(node) || node.flow === true) return node.range?.[1] ?? 0;
  const last: unknown = node.items.at(-1);
  if (typeof last === 'object' && last !== null && 'value' in last && isNode(last.value)) return lastEnd(last.value);
  return isNode(last) ? lastEnd(last) : (node.range?.[1] ?? 0);
}

function endOfLine(text: string, at: number): number {
  const line = text.indexOf('\n', at);
  return line === -1 ? text.length : line;
}

const itemsOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
