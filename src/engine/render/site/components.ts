import type { Element, ElementContent } from 'hast';
import { h } from 'hastscript';
import type { RootContent } from 'mdast';
import type { State } from 'mdast-util-to-hast';
import { dispatchComponent, type Components } from '../../model/dispatch-component.ts';
import type { ComponentNode } from '../../model/nodes.ts';
import { reasonsIn } from '../../model/certainty.ts';
import { embedAddress } from '../../model/embeds.ts';
import { numberOf } from '../../model/equation.ts';
import { certaintyDots, directionSigns, formatReasons } from '../../model/finding-words.ts';
import { renderChart } from './chart.ts';
import type { SiteContext } from './context.ts';
import { renderEvidenceMap } from './evidence-map.ts';
import { renderNote } from './notes.ts';

type ComponentContext = { state: State; context: SiteContext };
type Rendered = ElementContent[] | ElementContent;

const table = {
  Figure: (node, { state, context }) => {
    const { id, src, alt, credit } = node.props;
    const { strings } = context;
    const image = context.imageOf(src);
    const picture = h('img', {
      src: image.src,
      srcset: image.srcset,
      sizes: image.srcset === undefined ? undefined : '(max-width: 44rem) 100vw, 42rem',
      alt,
      width: image.width,
      height: image.height,
      loading: 'lazy',
      decoding: 'async',
    });
    const credits = credit === undefined ? [] : [' ', h('span', { class: 'credit' }, credit)];
    return h('figure', { id, class: 'figure' }, [
      h(
        'a',
        {
          class: 'original',
          href: image.original,
          title: strings.essay.originalFile(node.label ?? strings.labels.figure),
        },
        picture,
      ),
      h('figcaption', [h('b', `${node.label ?? ''}.`), ' ', ...captionOf(node.children, state), ...credits]),
    ]);
  },
  Chart: (node, { state, context }) => renderChart(node, { caption: captionOf(node.children, state), context }),
  Table: (node, { state }) => {
    const isTable = ({ type }: RootContent) => type === 'table';
    const caption = captionOf(
      node.children.filter((child) => !isTable(child)),
      state,
    );
    return h('figure', { id: node.props.id, class: 'table' }, [
      h('figcaption', [h('b', `${node.label ?? ''}.`), ' ', ...caption]),
      ...renderAll(node.children.filter(isTable), state),
    ]);
  },
  Equation: (node, { state }) =>
    h('div', { id: node.props.id, class: 'equation', role: 'group', 'aria-label': node.label }, [
      ...renderAll(node.children, state),
      h('a', { class: 'equation-number', href: `#${node.props.id}` }, numberOf(node)),
    ]),
  Note: (node, { state, context }) => (context.isExtract === true ? [] : renderNote(node, state)),
  Details: (node, { state }) => h('details', [h('summary', node.props.summary), ...renderAll(node.children, state)]),
  Callout: ({ props, children }, { state, context }) => {
    const name = context.strings.callouts[props.kind];
    // A named `aside` would be a complementary landmark.
    return h('aside', { class: ['callout', `callout-${props.kind}`], role: 'note', 'aria-label': name }, [
      h('p', { class: 'callout-name' }, name),
      ...renderAll(children, state),
    ]);
  },
  Theorem: (node, { state }) => {
    const { id, kind, title } = node.props;
    const head = [h('b', node.label ?? ''), title === undefined ? '.' : ` (${title}).`];
    return h('section', { id, class: ['theorem', `theorem-${kind}`] }, [
      h('p', { class: 'theorem-head' }, head),
      ...renderAll(node.children, state),
    ]);
  },
  Finding: (node, { state, context }) => {
    const { id, direction, because } = node.props;
    return h('section', { id, class: ['finding', `finding-${direction}`] }, [
      findingHead(node, context),
      ...renderAll(node.children, state),
      h('p', { class: 'finding-reasons' }, formatReasons(reasonsIn(because), context.strings)),
    ]);
  },
  EvidenceMap: ({ data }, { context }) => (data?.map === undefined ? [] : renderEvidenceMap(data.map, context)),
  Forecast: ({ flow, children }, { state }) =>
    flow
      ? h('section', { class: 'forecast' }, renderAll(children, state))
      : h('span', { class: 'forecast' }, renderAll(children, state)),
  Term: renderTerm,
  Embed: ({ props: { src, title } }, { context }) => {
    const address = embedAddress(src);
    const says = context.strings.essay.loadFrame(title, new URL(address).hostname);
    return h('figure', { class: 'embed' }, [
      h(
        'button',
        { type: 'button', class: 'button no-print', dataPagefindIgnore: '', dataFrame: address, dataTitle: title },
        says,
      ),
      h('figcaption', h('a', { href: src }, title)),
    ]);
  },
  Withheld: ({ props, flow }, { context }) => {
    const inside = [h('b', context.strings.labels.withheld), ` ${props.reason}`];
    return flow ? h('p', { class: 'withheld' }, inside) : h('span', { class: 'withheld' }, inside);
  },
} satisfies Components<ComponentContext, Rendered>;

/** Renders a component for the site. */
export const renderComponent = (node: ComponentNode, context: ComponentContext): Rendered =>
  dispatchComponent(table, node, context);

/** Renders a comma for screen readers and the search index, and a space for display. */
const pause = (): ElementContent[] => [h('span', { class: 'visually-hidden' }, ','), { type: 'text', value: ' ' }];

/**
 * Renders "Finding 1 ▼ Against ●●○○ low certainty, bears on …". The shapes are visual only, the words are for everyone.
 */
function findingHead({ props, label, data }: ComponentNode<'Finding'>, { strings, base }: SiteContext): Element {
  const { finding } = strings;
  const { id, consideration, direction, certainty } = props;
  const sign = (shape: string) => h('span', { class: 'sign', 'aria-hidden': 'true' }, shape);
  const page = h('a', { href: `${base}evidence/${consideration}/` }, data?.question ?? consideration);
  return h('p', { class: 'finding-head' }, [
    h('a', { class: 'permanent', href: `#${id}` }, label ?? id),
    ...pause(),
    h('span', { class: 'direction' }, [sign(directionSigns[direction]), ' ', finding.directions[direction]]),
    ...pause(),
    h('span', { class: 'certainty' }, [sign(certaintyDots(certainty)), ' ', finding.certainties[certainty]]),
    ...pause(),
    h('span', [`${finding.bearsOn} `, page]),
  ]);
}

/** Renders a term. Screen readers read its meaning, a card shows it, and the link leads to the glossary. */
function renderTerm({ props, data, children }: ComponentNode<'Term'>, { state, context }: ComponentContext): Rendered {
  const words = renderAll(children, state);
  if (data?.term === undefined) return words;
  const { means, number } = data.term;
  const id = `term-${number}`;
  const href = `${context.base}glossary/#${props.id}`;
  return h('span', { class: 'term' }, [
    h('a', { href, 'aria-describedby': id }, words),
    h('span', { class: 'term-means', id, hidden: true, 'data-pagefind-ignore': '' }, means),
  ]);
}

function renderAll(children: readonly RootContent[], state: State): ElementContent[] {
  return state.all({ type: 'root', children: [...children] });
}

/** Renders a caption. A single paragraph has no `<p>`, so that it follows its label on the same line. */
function captionOf(children: readonly RootContent[], state: State): ElementContent[] {
  const [only, ...others] = children;
  return only?.type === 'paragraph' && others.length === 0 ? state.all(only) : renderAll(children, state);
}
