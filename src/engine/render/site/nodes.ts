import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Code, Heading, Link, Table } from 'mdast';
import { defaultHandlers, type Handlers, type State } from 'mdast-util-to-hast';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Citation, CitedWork, ComponentNode, CrossReference, Reference, References } from '../../model/nodes.ts';
import type { Strings } from '../../model/strings/index.ts';
import { isSafeLink } from '../../model/url.ts';
import { toUrlSegment } from '../../model/url-segment.ts';
import { nodesOf } from '../../model/walk.ts';
import { renderComponent } from './components.ts';
import type { SiteContext } from './context.ts';
import { highlight } from './highlight.ts';
import { renderFootnoteCall } from './notes.ts';

/** Returns functions that render nodes as HTML, by node type. Other nodes are plain Markdown. */
export function siteHandlers(context: SiteContext): Handlers {
  const { strings } = context;
  return {
    heading: (state: State, node: Heading) => {
      const id = node.data?.id;
      const words = state.all(node);
      return h(
        `h${node.depth}`,
        { id },
        id === undefined || containsLink(words) ? words : h('a', { href: `#${id}` }, words),
      );
    },
    link: (state: State, node: Link) => {
      if (!isSafeLink(node.url)) return state.all(node);
      const inside = node.url.startsWith('/') ? context.base + node.url.slice(1) : node.url;
      // Print styles show the address after a link's text, unless the text is the address.
      const [words] = node.children;
      const isBare = words?.type === 'text' && words.value === node.url;
      return h(
        'a',
        { href: inside, title: node.title ?? undefined, class: isBare ? 'bare' : undefined },
        state.all(node),
      );
    },
    code: (_state: State, node: Code) => {
      const { lang, value } = node;
      const words = lang ? highlight(value, lang) : null;
      return h(
        'pre',
        { tabIndex: 0 },
        words === null ? h('code', value) : h('code', { class: ['hljs', `language-${lang}`] }, words),
      );
    },
    table: (state: State, node: Table) =>
      h(
        'div',
        { class: 'table-scroll', tabIndex: 0, role: 'group', 'aria-label': strings.labels.table },
        defaultHandlers.table(state, node),
      ),
    math: (_state: State, node: Math) => formula(node),
    inlineMath: (_state: State, node: InlineMath) => formula(node),
    footnoteReference: renderFootnoteCall,
    citation: (state: State, node: Citation) =>
      h(
        'span',
        { class: 'citation', id: `cite-${node.occurrence}`, 'data-collapsed': collapsedOf(node) },
        state.all(node),
      ),
    citedWork: (state: State, node: CitedWork) => {
      const href = `#ref-${toUrlSegment(node.key)}`;
      return h('a', { class: 'cited-work', href, 'data-key': node.key, role: 'doc-biblioref' }, state.all(node));
    },
    crossReference: (_state: State, node: CrossReference) =>
      h('a', { class: 'cross-reference', href: `${pathOf(node, context)}#${node.target}` }, node.value),
    references: (state: State, node: References) =>
      h('section', { class: 'references', 'aria-labelledby': 'references', 'data-pagefind-ignore': '' }, [
        h('h2', { id: 'references' }, h('a', { href: '#references' }, strings.labels.references)),
        h('ol', { class: 'reference-list' }, state.all(node)),
      ]),
    reference: (state: State, node: Reference) => {
      const segment = toUrlSegment(node.key);
      const work = h('a', { href: `${context.base}works/${segment}/` }, strings.essay.aboutWork);
      const around = h('span', { class: 'around-reference' }, backLinks(node, strings), ' · ', work);
      return h('li', { id: `ref-${segment}`, class: 'reference' }, [...state.all(node), ' ', around]);
    },
    component: (state: State, node: ComponentNode) => renderComponent(node, { state, context }),
    yaml: () => undefined,
  };
}

/** Returns keys of the works that the style collapses, as the second of "(2–4)"; undefined if there are none. */
function collapsedOf(node: Citation): string | undefined {
  const printed = new Set(nodesOf(node, 'citedWork').map(({ key }) => key));
  const keys = node.items.map(({ key }) => key).filter((key) => !printed.has(key));
  return keys.length === 0 ? undefined : keys.join(' ');
}

/** Returns the page of a reference's target; empty for the same page. */
const pathOf = ({ essay }: CrossReference, { base }: SiteContext): string =>
  essay === null ? '' : `${base}essays/${essay}/`;

/** Renders a formula. KaTeX outputs it as HTML, MathML and TeX; the search index reads only the MathML. */
function formula({ data }: Math | InlineMath): { type: 'raw'; value: string } {
  const html = data?.katexHtml ?? '';
  return {
    type: 'raw',
    value: html.replaceAll(/<(annotation|span class="katex-html")/g, '<$1 data-pagefind-ignore=""'),
  };
}

/** Renders "cited at 1, 2": links back to the citations. */
function backLinks({ occurrences }: Reference, { essay }: Strings): Element {
  const links = occurrences.flatMap((occurrence, index) => [
    index === 0 ? ' ' : ', ',
    h('a', { href: `#cite-${occurrence}`, 'aria-label': essay.backToCitation(index + 1) }, String(index + 1)),
  ]);
  return h('span', essay.citedAt, links);
}

/** Reports whether a heading contains a link. If so, it is not a link to itself, because links cannot be nested. */
const containsLink = (nodes: readonly ElementContent[]): boolean =>
  nodes.some((node) => node.type === 'element' && (node.tagName === 'a' || containsLink(node.children)));
