import { browser } from 'virtual:strings';

/** Filters the list of works by the form above it; the address keeps the filter. */
export function filterWorks(): void {
  const form = document.querySelector<HTMLFormElement>('form.filters');
  const count = document.getElementById('count');
  const none = document.getElementById('none');
  const items = [...document.querySelectorAll<HTMLLIElement>('#works > li')];
  if (!form || !count || !none || items.length === 0) return;
  form.hidden = false;
  restore(form);

  const apply = (): void => {
    const wanted = Object.fromEntries(
      [...new FormData(form)].map(([name, value]) => [name, typeof value === 'string' ? value.trim() : '']),
    );
    let shown = 0;
    for (const item of items) {
      item.hidden = !fits(item, wanted);
      if (!item.hidden) shown += 1;
    }
    count.textContent = shown === items.length ? browser.works(shown) : browser.worksShown(shown, items.length);
    none.hidden = shown > 0;
    const query = new URLSearchParams(Object.entries(wanted).filter(([, value]) => value !== '')).toString();
    history.replaceState(null, '', query === '' ? location.pathname : `?${query}`);
  };

  form.addEventListener('input', apply);
  form.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('all')?.addEventListener('click', () => {
    form.reset();
    apply();
  });
  apply();
}

function restore(form: HTMLFormElement): void {
  for (const [name, value] of new URLSearchParams(location.search)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLSelectElement) field.value = value;
  }
}

function fits(
  { dataset }: HTMLLIElement,
  { q = '', domain = '', year = '', cited = '' }: Record<string, string>,
): boolean {
  const words = q
    .toLowerCase()
    .split(/\s+/)
    .filter((word) => word !== '');
  return (
    words.every((word) => dataset.text?.includes(word)) &&
    (domain === '' || (dataset.domains ?? '').split(' ').includes(domain)) &&
    (year === '' || dataset.year === year) &&
    (cited === '' || dataset.cited === cited)
  );
}
