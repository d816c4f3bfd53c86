/** The search page's query string: `?q=scaling%20laws`, with `&guide=on` where the guide is searched too. */
export const queryOf = (words: string, guide: boolean): string =>
  words === '' ? '' : `?q=${encodeURIComponent(words)}${guide ? '&guide=on' : ''}`;

/** Searches for what the address says, and keeps it there, so that the way back from a result leads to the results. */
export function keepQuery(field: HTMLInputElement, guide: HTMLInputElement): void {
  const address = new URLSearchParams(location.search);
  field.value = address.get('q') ?? '';
  guide.checked = address.get('guide') === 'on';
  const keep = (): void => history.replaceState(null, '', location.pathname + queryOf(field.value, guide.checked));
  field.addEventListener('input', keep);
  guide.addEventListener('change', keep);
  field.dispatchEvent(new Event('input'));
  field.focus();
}
