import type { ElementContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import { h } from 'hastscript';
import type { Finding } from '../../model/finding.ts';
import { certaintyDots, directionSigns, formatReasons } from '../../model/finding-words.ts';
import { renderSiteClaim, type SiteContext } from './index.ts';

/** Renders a finding as HTML outside its essay, with the name of its domain and a link to the essay. */
export function renderFindingItem(finding: Finding, domain: string, context: SiteContext): string {
  const { id, slug, label, essay, direction, certainty, years, reasons } = finding;
  const { strings, base } = context;
  const words = strings.finding;
  const href = `${base}essays/${slug}/#${id}`;
  const sign = (shape: string) => h('span', { class: 'sign', 'aria-hidden': 'true' }, shape);
  const head = [
    h('a', { class: 'permanent', href }, label),
    h('span', { class: 'direction' }, [sign(directionSigns[direction]), ' ', words.directions[direction]]),
    h('span', { class: 'certainty' }, [sign(certaintyDots(certainty)), ' ', words.certainties[certainty]]),
    h('span', [`${domain}, ${strings.evidence.inEssay} `, h('a', { href }, essay)]),
  ];
  const pause: ElementContent[] = [h('span', { class: 'visually-hidden' }, ','), { type: 'text', value: ' ' }];
  const item = h(
    'div',
    {
      class: ['finding', `finding-${direction}`],
      // The search index contains the claim on the page of its essay.
      'data-pagefind-ignore': '',
      'data-finding': id,
      'data-cards': `${base}essays/${slug}/cards.json`,
      'data-direction': direction,
      'data-certainty': certainty,
      'data-years': years.join(' '),
    },
    [
      h(
        'p',
        { class: 'finding-head' },
        head.flatMap((part, index) => (index === 0 ? [part] : [...pause, part])),
      ),
      { type: 'raw', value: renderSiteClaim(finding, context) },
      h('p', { class: 'finding-reasons' }, formatReasons(reasons, strings)),
    ],
  );
  return toHtml(item, { allowDangerousHtml: true });
}
