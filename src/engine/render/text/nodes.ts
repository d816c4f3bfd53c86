import type { List, ListItem, RootContent } from 'mdast';
import type { References } from '../../model/nodes.ts';
import { isSafeLink, toAbsolute } from '../../model/url.ts';
import { renderComponent } from './components.ts';
import { renderFootnoteReference, type TextState } from './context.ts';
import { renderTable } from './tables.ts';
import { hangingIndent, lengthOf, wrap } from './wrap.ts';

const underlines = ['=', '=', '-'] as const;

/** Renders a block as lines of at most `width` characters. Lines of code and formulas are not wrapped. */
export function renderBlock(node: RootContent, width: number, state: TextState): string[] {
  switch (node.type) {
    case 'heading':
      return underline(wrap(state.renderPhrasing(node.children), width), underlines[node.depth - 1] ?? null);
    case 'paragraph':
      return wrap(state.renderPhrasing(node.children), width);
    case 'list':
      return renderList(node, width, state);
    case 'blockquote':
      return state.renderBlocks(node.children, width - 2).map((line) => `> ${line}`.trimEnd());
    case 'code':
    case 'math':
      return node.value.split('\n').map((line) => `    ${line}`.trimEnd());
    case 'table':
      return renderTable(node, width, state);
    case 'thematicBreak':
      return ['* * *'];
    case 'references':
      return renderReferences(node, width, state);
    case 'component':
      return renderComponent(node, { width, state });
    case 'footnoteDefinition':
    case 'yaml':
      return [];
    default:
      throw new Error(`Unknown block node \`${node.type}\`. Add it to \`renderBlock\` of the text output.`);
  }
}

/** Renders phrasing content: `_emphasis_`, `*strong*`, TeX in dollars, addresses in angle brackets. */
export function renderPhrasingNode(node: RootContent, state: TextState): string {
  switch (node.type) {
    case 'text':
      return node.value.replace(/\s*\n\s*/g, ' ');
    case 'crossReference':
      return node.essay === null ? node.value : renderLink(node.value, `/essays/${node.essay}/#${node.target}`, state);
    case 'emphasis':
      return `_${state.renderPhrasing(node.children)}_`;
    case 'strong':
      return `*${state.renderPhrasing(node.children)}*`;
    case 'delete':
      return `~~${state.renderPhrasing(node.children)}~~`;
    case 'inlineCode':
      return `\`${node.value}\``;
    case 'inlineMath':
      return `$${node.value.replace(/\s+/g, ' ')}$`;
    case 'break':
      return '\n';
    case 'link':
      return renderLink(state.renderPhrasing(node.children), node.url, state);
    case 'citation':
    case 'citedWork':
      return state.renderPhrasing(node.children);
    case 'footnoteReference':
      return renderFootnoteReference(
        node.identifier,
        (width) => state.renderBlocks(state.definitions.get(node.identifier)?.children ?? [], width),
        state,
      );
    case 'component':
      return renderComponent(node, { width: Infinity, state }).join(' ');
    default:
      throw new Error(`Unknown phrasing node \`${node.type}\`. Add it to \`renderPhrasingNode\` of the text output.`);
  }
}

function underline(lines: readonly string[], sign: string | null): string[] {
  return sign === null ? [...lines] : [...lines, sign.repeat(Math.max(...lines.map(lengthOf)))];
}

function renderLink(text: string, url: string, { essay, context }: TextState): string {
  if (!isSafeLink(url)) return text;
  const page = url.startsWith('#') ? `/essays/${essay.slug}/${url}` : url;
  const address = page.startsWith('/') ? toAbsolute(page, context.config) : page;
  return address === text || address === `mailto:${text}` ? `<${text}>` : `${text} <${address}>`;
}

function renderList(list: List, width: number, state: TextState): string[] {
  return list.children.flatMap((item, index) => {
    const marker = `${list.ordered === true ? `${(list.start ?? 1) + index}.` : '-'} ${boxOf(item)}`;
    const lines = hangingIndent(state.renderBlocks(item.children, width - marker.length), marker);
    return index > 0 && (list.spread ?? false) ? ['', ...lines] : lines;
  });
}

const boxOf = ({ checked }: ListItem): string => (typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '');

function renderReferences({ children }: References, width: number, state: TextState): string[] {
  const items = children.flatMap((reference) =>
    hangingIndent(wrap(state.renderPhrasing(reference.children), width - 2), '- '),
  );
  return [...underline([state.strings.labels.references], '='), '', ...items];
}
