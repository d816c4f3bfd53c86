import type { List, ListItem, RootContent } from 'mdast';
import type { References } from '../../model/nodes.ts';
import { isSafeLink } from '../../model/url.ts';
import { renderComponent } from './components.ts';
import { callFootnote, toAbsolute, type Writing } from './context.ts';
import { renderTable } from './tables.ts';
import { hang, lengthOf, wrap } from './wrap.ts';

const underlines = ['=', '=', '-'] as const;

/** A block as lines of at most `width` characters; code and formulas keep their own. */
export function renderBlock(node: RootContent, width: number, writing: Writing): string[] {
  switch (node.type) {
    case 'heading':
      return underline(wrap(writing.words(node.children), width), underlines[node.depth - 1] ?? null);
    case 'paragraph':
      return wrap(writing.words(node.children), width);
    case 'list':
      return renderList(node, width, writing);
    case 'blockquote':
      return writing.blocks(node.children, width - 2).map((line) => `> ${line}`.trimEnd());
    case 'code':
    case 'math':
      return node.value.split('\n').map((line) => `    ${line}`.trimEnd());
    case 'table':
      return renderTable(node, width, writing);
    case 'thematicBreak':
      return ['* * *'];
    case 'references':
      return renderReferences(node, width, writing);
    case 'component':
      return renderComponent(node, { width, writing });
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      throw new Error(`No block is called \`${node.type}\`. Say in the text's table how it is written.`);
  }
}

/** Words as text: `_emphasis_`, `*strong*`, TeX in dollars, addresses in angle brackets. */
export function renderWord(node: RootContent, writing: Writing): string {
  const { words } = writing;
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'crossReference':
      return node.essay === null ? node.value : writeLink(node.value, `/essays/${node.essay}/#${node.target}`, writing);
    case 'emphasis':
      return `_${words(node.children)}_`;
    case 'strong':
      return `*${words(node.children)}*`;
    case 'delete':
      return `~~${words(node.children)}~~`;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'inlineMath':
      return `$${node.value.replace(/\s+/g, ' ')}$`;
    case 'break':
      return '\n';
    case 'link':
      return writeLink(words(node.children), node.url, writing);
    case 'citation':
    case 'citedWork':
      return words(node.children);
    case 'footnoteReference':
      return callFootnote(
        node.identifier,
        (width) => writing.blocks(writing.definitions.get(node.identifier)?.children ?? [], width),
        writing,
      );
    case 'component':
      return renderComponent(node, { width: Infinity, writing }).join(' ');
    default:
      throw new Error(`No word is called \`${node.type}\`. Say in the text's table how it is written.`);
  }
}

function underline(lines: readonly string[], sign: string | null): string[] {
  return sign === null ? [...lines] : [...lines, sign.repeat(Math.max(...lines.map(lengthOf)))];
}

function writeLink(words: string, url: string, { essay, context }: Writing): string {
  if (!isSafeLink(url)) return words;
  const page = url.startsWith('#') ? `/essays/${essay.slug}/${url}` : url;
  const address = page.startsWith('/') ? toAbsolute(page, context) : page;
  return address === words || address === `mailto:${words}` ? `<${words}>` : `${words} <${address}>`;
}

function renderList(list: List, width: number, writing: Writing): string[] {
  return list.children.flatMap((item, index) => {
    const marker = `${list.ordered === true ? `${(list.start ?? 1) + index}.` : '-'} ${boxOf(item)}`;
    const lines = hang(writing.blocks(item.children, width - marker.length), marker);
    return index > 0 && (list.spread ?? false) ? ['', ...lines] : lines;
  });
}

const boxOf = ({ checked }: ListItem): string => (typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '');

function renderReferences({ children }: References, width: number, writing: Writing): string[] {
  const items = children.flatMap(({ children: words }) => hang(wrap(writing.words(words), width - 2), '- '));
  return [...underline([writing.strings.labels.references], '='), '', ...items];
}
