/** Makes a stop for the Tab key of everything that scrolls sideways, and of nothing that fits: arrow keys then reach what is beyond the edge. */
export function reachScrollers(essay: ParentNode): void {
  const observer = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const scroller of essay.querySelectorAll('.table-scroll, .katex-display, pre')) observer.observe(scroller);
}
