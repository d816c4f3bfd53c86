/**
 * Makes a stop for the Tab key of everything that scrolls sideways, and of nothing that fits: arrow keys then reach what
 * is beyond the edge. `data-more` says at which edges there is more, which styles show.
 */
export function reachScrollers(page: ParentNode): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) if (target instanceof HTMLElement) update(target);
  });
  for (const scroller of page.querySelectorAll<HTMLElement>(
    '.table-scroll, .scroll, .evidence-map, .katex-display, pre',
  )) {
    observer.observe(scroller);
    scroller.addEventListener('scroll', () => update(scroller), { passive: true });
  }
}

function update(scroller: HTMLElement): void {
  const hidden = scroller.scrollWidth - scroller.clientWidth;
  if (hidden > 0) scroller.tabIndex = 0;
  else scroller.removeAttribute('tabindex');
  const edges = [...(scroller.scrollLeft > 1 ? ['left'] : []), ...(scroller.scrollLeft < hidden - 1 ? ['right'] : [])];
  if (edges.length > 0) scroller.dataset.more = edges.join(' ');
  else delete scroller.dataset.more;
}
