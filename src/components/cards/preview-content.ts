import { browser } from 'virtual:strings';
import { actions, element, linkTo } from './element.ts';

/** What a link within the page points to. */
export function targetOf({ href, hash }: HTMLAnchorElement): Element | null {
  const page = location.href.replace(/#.*/, '');
  return hash !== '' && href === page + hash ? document.getElementById(decodeURIComponent(hash.slice(1))) : null;
}

/** A term's card: what it means. */
export function termContent(link: HTMLAnchorElement): Node[] {
  const means = link.nextElementSibling?.textContent ?? '';
  return [element('p', 'card-means', means), actions(linkTo(link.href, browser.card.inGlossary))];
}

/** A preview of what a link within the page points to: a figure, table, theorem, finding or note whole, of a section how it begins. */
export const previewContent = (link: HTMLAnchorElement, target: Element): Node[] => [
  ...(/^H[2-6]$/.test(target.tagName) ? beginningOf(target) : [wholeOf(target)]),
  actions(linkTo(link.href, browser.card.inPlace)),
];

function beginningOf(heading: Element): Node[] {
  const title = element('p', 'card-title', copyOf(heading).textContent);
  const next = heading.nextElementSibling;
  return next === null || next.matches('h2, h3, h4, h5, h6') ? [title] : [title, copyOf(next)];
}

/** A note is an item of a list, which a card has none of. */
function wholeOf(target: Element): Node {
  const copy = copyOf(target);
  if (copy.tagName !== 'LI') return copy;
  return element('div', '', ...copy.childNodes);
}

/** A copy without what a page can have once, without what is hidden or folded, and without links back to the text. */
export function copyOf(target: Element): Element {
  const copy = document.importNode(target, true);
  for (const one of [copy, ...copy.querySelectorAll('*')])
    for (const name of ['id', 'aria-describedby', 'aria-expanded']) one.removeAttribute(name);
  for (const one of copy.querySelectorAll('.data-footnote-backref, .chart-data, .term-means')) one.remove();
  return copy;
}
