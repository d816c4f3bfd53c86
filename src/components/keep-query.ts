/** Searches for the `q` of the address, and keeps it there, so that the way back from a result leads to the results. */
export function keepQuery(field: HTMLInputElement): void {
  field.value = new URLSearchParams(location.search).get('q') ?? '';
  field.addEventListener('input', () => {
    history.replaceState(null, '', field.value === '' ? location.pathname : `?${new URLSearchParams({ q: field.value })}`);
  });
  field.dispatchEvent(new Event('input'));
  field.focus();
}
