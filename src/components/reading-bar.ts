/** Lets the bar open the contents as a sheet, and lead back from where a link within the page has led. */
export function connectReadingBar(): void {
  const sheet = document.querySelector<HTMLDialogElement>('dialog.contents-sheet');
  document.querySelector('[data-open-contents]')?.addEventListener('click', (event) => {
    const list = document.querySelector('nav.contents ol');
    if (!sheet || !list) return;
    event.preventDefault();
    openSheet(sheet, list);
  });
  sheet?.addEventListener('click', ({ target }) => {
    if (target === sheet || (target instanceof Element && target.closest('a'))) sheet.close();
  });
  const back = document.querySelector<HTMLButtonElement>('[data-go-back]');
  if (back) leadBack(back);
}

function openSheet(sheet: HTMLDialogElement, list: Element): void {
  sheet.querySelector('ol')?.remove();
  sheet.append(list.cloneNode(true));
  sheet.showModal();
  const current = sheet.querySelector<HTMLElement>('[aria-current]');
  current?.focus();
  current?.scrollIntoView({ block: 'center' });
}

type Jumps = { jumps?: number };

/** Counts jumps within the page in the states of the history, so that the browser's own buttons count too. */
function leadBack(back: HTMLButtonElement): void {
  let reached = stateOf().jumps ?? 0;
  const links = new Map<number, Element | null>();
  const stamp = (jumps: number): void => history.replaceState({ ...stateOf(), jumps }, '');
  const show = (jumps: number): void => {
    reached = jumps;
    back.hidden = jumps === 0;
  };
  stamp(reached);
  show(reached);
  let clicked: Element | null = null;
  const listen = ({ target }: Event): void => {
    if (!(target instanceof Element)) return;
    // A link of a card leads on from the link that has opened the card, which closes at the click.
    const isInCard = target.closest('.card') !== null;
    clicked = isInCard
      ? document.querySelector('.body a[aria-expanded="true"]:not(.opens-note)')
      : target.closest('.body a');
  };
  addEventListener('click', listen, { capture: true });
  addEventListener('hashchange', () => {
    const { jumps } = stateOf();
    if (jumps !== undefined) return show(jumps);
    // An entry without a count is one that a link has just made.
    links.set(reached, clicked);
    stamp(reached + 1);
    show(reached + 1);
  });
  back.addEventListener('click', () => {
    const link = links.get(reached - 1);
    if (link instanceof HTMLElement)
      addEventListener('hashchange', () => link.focus({ preventScroll: true }), { once: true });
    history.back();
  });
}

function stateOf(): Jumps {
  const state: unknown = history.state;
  return typeof state === 'object' && state !== null ? state : {};
}
