/** Returns the search page's query string: `?q=scaling%20laws`, with `&guide=on` if the guide is searched too. */
export const queryOf = (words: string, guide: boolean): string =>
  words === '' ? '' : `?q=${encodeURIComponent(words)}${guide ? '&guide=on' : ''}`;

/** Searches for the query in the URL, and stores changes there, so that Back from a result returns to the results. */
export function syncQuery(field: HTMLInputElement, guide: HTMLInputElement): void {
  const address = new URLSearchParams(location.search);
  field.value = address.get('q') ?? '';
  guide.checked = address.get('guide') === 'on';
  const keep = (): void => history.replaceState(null, '', location.pathname + queryOf(field.value, guide.checked));
  field.addEventListener('input', keep);
  guide.addEventListener('change', keep);
  field.dispatchEvent(new Event('input'));
  field.focus();
}
