/**
 * Shows what terms mean where nothing can hover: the first tap shows it, the second follows the link. Escape hides it.
 * Styles show it on hover and focus without this.
 */
export function showTerms(essay: ParentNode): void {
  const touch = matchMedia('(hover: none)');
  const terms = [...essay.querySelectorAll<HTMLElement>('.term')];
  for (const term of terms) {
    const link = term.querySelector('a');
    let isShown = false;
    link?.addEventListener('pointerdown', () => {
      isShown = document.activeElement === link;
    });
    link?.addEventListener('click', (event) => {
      // A click of the keyboard, whose focus shows the meaning already, has no detail.
      if (!touch.matches || isShown || event.detail === 0) return;
      event.preventDefault();
      link.focus();
    });
    for (const end of ['pointerleave', 'focusout']) term.addEventListener(end, () => term.classList.remove('hidden'));
  }
  if (terms.length === 0) return;
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape')
      for (const term of terms) if (term.matches(':hover, :focus-within')) term.classList.add('hidden');
  });
}
