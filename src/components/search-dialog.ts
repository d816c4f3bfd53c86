/** Opens the dialog with `/`, Ctrl-K or the button in the header. Escape closes it and restores focus. */
export function connectSearchDialog(dialog: HTMLDialogElement): void {
  const open = (): void => {
    if (dialog.open) return;
    dialog.showModal();
    dialog.querySelector('input')?.select();
  };
  addEventListener('keydown', (event) => {
    const slash = event.key === '/' && !event.ctrlKey && !event.metaKey && !event.altKey && !isTyping(event.target);
    const k = event.key.toLowerCase() === 'k' && (event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey;
    if (!slash && !k) return;
    event.preventDefault();
    open();
  });
  for (const button of document.querySelectorAll('[data-open-search]')) {
    button.addEventListener('click', (event) => {
      event.preventDefault();
      open();
    });
  }
  dialog.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    // A search field would handle Escape itself and clear the field.
    event.preventDefault();
    dialog.close();
  });
  dialog.addEventListener('click', (event) => {
    const chosen = event.target instanceof Element && event.target.closest('[role="option"]');
    if (event.target === dialog || chosen) dialog.close();
  });
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
