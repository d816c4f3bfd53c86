/** Where there is room for one column, a link to a difference shows the column that it is in. */
export function showDifferences(): void {
  document.addEventListener('click', ({ target }) => {
    const hash = target instanceof Element ? (target.closest('a')?.hash ?? '') : '';
    const side = /^#(post|essay)-difference-/.exec(hash)?.[1];
    const choice =
      side && document.querySelector<HTMLInputElement>(`.switch [value="${side === 'post' ? 'post' : 'site'}"]`);
    if (choice) choice.checked = true;
  });
}
