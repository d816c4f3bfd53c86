import { browser } from 'virtual:strings';
import { copyText } from '../copy-text.ts';
import { actions, element, fragment, linkTo } from './element.ts';
import type { Check, CitedWork, EssayCards } from './essay-cards.ts';
import { copyOf, targetOf } from './preview-content.ts';

/** The maximum number of other essays. More titles would hide the rest of the card. */
const titlesShown = 3;

/**
 * Returns the content of a citation's card: the reference, what the work says, how it was read, where else it is cited.
 * Works inside a range such as "2–4" have no link, so they follow in the same card.
 */
export function workContent(link: HTMLAnchorElement, key: string, file: EssayCards | null): Node[] | null {
  const citation = link.closest<HTMLElement>('.citation');
  const work = file?.works[key];
  if (!file || work === undefined) return listedOnly(link);
  const others = (citation?.dataset.collapsed ?? '').split(' ').flatMap((other) => file.works[other] ?? []);
  return [work, ...others].flatMap((one, index) => [
    ...(index === 0 ? [] : [element('hr', '')]),
    ...describe(one, citation, file),
  ]);
}

function listedOnly(link: HTMLAnchorElement): Node[] | null {
  const listed = targetOf(link);
  return (
    listed && [element('p', 'card-reference', referenceIn(listed)), actions(linkTo(link.href, browser.card.inList))]
  );
}

function describe(work: CitedWork, citation: HTMLElement | null, file: EssayCards): Node[] {
  const inList = linkTo(work.listed, browser.card.inList);
  const listed = targetOf(inList);
  const check = work.checks[citation?.id || (citation?.dataset.cite ?? '')];
  return [
    element('p', 'card-reference', listed ? referenceIn(listed) : fragment(work.reference)),
    ...(work.says === null ? [] : [element('p', 'card-says', work.says)]),
    ...(check === undefined ? notChecked(file) : [checkLine(check)]),
    ...(work.elsewhere.length === 0 ? [] : [elsewhereLine(work)]),
    actions(
      inList,
      linkTo(work.page, browser.card.aboutWork),
      ...(navigator.clipboard ? [copyButton(work.bibtex)] : []),
    ),
  ];
}

/** Returns the reference without the elements around it. */
function referenceIn(listed: Element): DocumentFragment {
  const copy = copyOf(listed);
  copy.querySelector('.around-reference')?.remove();
  const contents = new DocumentFragment();
  contents.append(...copy.childNodes);
  return contents;
}

const notChecked = (file: EssayCards): Node[] => (file.notChecked ? [element('p', 'card-facts', file.notChecked)] : []);

function checkLine({ verdict, read, where, page, lacks }: Check): Node {
  const line = element('p', 'card-facts', element('b', '', verdict), ` · ${read} · `, linkTo(page, where));
  if (lacks !== null) line.append(element('span', 'card-lacks', element('b', '', browser.card.lacks), ` ${lacks}`));
  return line;
}

function elsewhereLine({ elsewhere, page }: CitedWork): Node {
  const parts = elsewhere
    .slice(0, titlesShown)
    .map(({ title, href, times }) => element('span', '', linkTo(href, title), times > 1 ? ` (${times}×)` : ''));
  const more = elsewhere.length - parts.length;
  if (more > 0) parts.push(linkTo(`${page}#cited`, browser.card.moreEssays(more)));
  const list = parts.flatMap((part, index) => (index === 0 ? [part] : [', ', part]));
  return element('p', 'card-facts', `${browser.card.alsoCitedIn} `, ...list);
}

function copyButton(bibtex: string): Node {
  const button = element('button', '', browser.copy('BibTeX'));
  button.type = 'button';
  button.ariaLive = 'polite';
  button.addEventListener('click', () => void copyText(button, bibtex));
  return button;
}
