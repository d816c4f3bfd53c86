import { contentOf } from './card-content.ts';
import { element } from './element.ts';

/** The only card of the page, and the link whose card is requested or shown. */
export type Card = {
  element: HTMLElement;
  linkShown: () => HTMLAnchorElement | null;
  /** Shows the card of a link. `nothing`: there is no content. `superseded`: another card was requested meanwhile. */
  show: (link: HTMLAnchorElement) => Promise<'shown' | 'nothing' | 'superseded'>;
  hide: () => void;
};

/** Creates a closed card. The browser closes it on Escape and on a click outside it. */
export function createCard(): Card {
  const card = element('div', 'card essay notes-inline');
  card.popover = 'auto';
  card.tabIndex = -1;
  card.role = 'dialog';
  document.body.append(card);
  let wanted: HTMLAnchorElement | null = null;
  let shown: HTMLAnchorElement | null = null;
  const isOpen = (): boolean => card.matches(':popover-open');
  card.addEventListener('beforetoggle', ({ newState }) => {
    if (newState !== 'closed' || shown === null) return;
    unmark(shown);
    if (card.contains(document.activeElement)) shown.focus({ preventScroll: true });
    wanted = shown = null;
  });
  return {
    element: card,
    linkShown: () => shown,
    hide: () => {
      wanted = null;
      if (isOpen()) card.hidePopover();
    },
    show: async (link) => {
      wanted = link;
      if (shown === link) return 'shown';
      const content = await contentOf(link);
      if (wanted !== link) return 'superseded';
      if (isOpen()) card.hidePopover();
      if (content === null) return 'nothing';
      wanted = shown = link;
      card.replaceChildren(...content);
      card.ariaLabel = link.textContent;
      mark(link);
      card.classList.toggle('at-top', link.getBoundingClientRect().top > innerHeight / 2);
      card.showPopover();
      card.scrollTop = 0;
      return 'shown';
    },
  };
}

/** Returns the anchor of the card. It is the whole citation, so that the card covers none of its works. */
const anchorOf = (link: Element): Element => link.closest('.citation') ?? link;

function mark(link: Element): void {
  link.setAttribute('aria-expanded', 'true');
  anchorOf(link).toggleAttribute('data-has-card', true);
}

function unmark(link: Element): void {
  link.removeAttribute('aria-expanded');
  anchorOf(link).toggleAttribute('data-has-card', false);
}
