import { contentOf } from './card-content.ts';
import { element } from './element.ts';

/** The one card of the page, and the link whose card is wanted or shown. */
export type Card = {
  element: HTMLElement;
  linkShown: () => HTMLAnchorElement | null;
  /** Whether the card of the link is shown; false where there is nothing to show, or where another was wanted meanwhile. */
  show: (link: HTMLAnchorElement) => Promise<'shown' | 'nothing' | 'superseded'>;
  hide: () => void;
};

/** Creates the card, which is closed. The browser closes it at Escape and at a click beside it. */
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

/** The card is placed at the whole citation, so that it covers none of its works. */
const anchorOf = (link: Element): Element => link.closest('.citation') ?? link;

function mark(link: Element): void {
  link.setAttribute('aria-expanded', 'true');
  anchorOf(link).toggleAttribute('data-has-card', true);
}

function unmark(link: Element): void {
  link.removeAttribute('aria-expanded');
  anchorOf(link).toggleAttribute('data-has-card', false);
}
