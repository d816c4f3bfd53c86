/**
 * Marks the contents' entry of the section in view, or none in the introduction. Opens the contents on wide screens.
 */
export function markSectionInView(contents: Element | null): void {
  const details = contents?.querySelector('details');
  if (!contents || !details) return;
  const wide = matchMedia('(min-width: 74rem)');
  const adapt = (): void => void (details.open = wide.matches);
  wide.addEventListener('change', adapt);
  adapt();
  const links = [...contents.querySelectorAll<HTMLAnchorElement>('a[href^="#"]')];
  const sections = links.flatMap((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))) ?? []);
  const mark = (): void => {
    const current = sections.findLast((section) => section.getBoundingClientRect().top < innerHeight / 3);
    for (const link of links) {
      if (link.hash !== `#${current?.id}`) link.removeAttribute('aria-current');
      else if (!link.hasAttribute('aria-current')) {
        link.setAttribute('aria-current', 'true');
        showWithin(details, link);
      }
    }
  };
  addEventListener('scroll', mark, { passive: true });
  mark();
}

/** Scrolls the list, but never the page, until an entry is visible. */
function showWithin(list: Element, entry: Element): void {
  const [frame, { top, bottom }] = [list.getBoundingClientRect(), entry.getBoundingClientRect()];
  if (top < frame.top) list.scrollTop -= frame.top - top;
  else if (bottom > frame.bottom) list.scrollTop += bottom - frame.bottom;
}
