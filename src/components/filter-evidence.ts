import { browser } from 'virtual:strings';

/** The properties by which a finding is filtered. */
type Facts = { direction: string; certainty: string; years: readonly string[] };
/** The selected values by kind. A finding must match one selected value of each kind that has any. */
type Wanted = { direction: string[]; certainty: string[]; year: string[] };

/** Filters the evidence map and the list of findings by the form above them. The URL stores the filter. */
export function filterEvidence(): void {
  const form = document.querySelector<HTMLFormElement>('form.evidence-filter');
  const shown = document.getElementById('shown');
  if (!form || !shown) return;
  const items = [...document.querySelectorAll<HTMLElement>('[data-finding]')];
  const cells = [...document.querySelectorAll<HTMLElement>('td[data-findings]')];
  restore(form);
  const apply = (): void => {
    const wanted = wantedOf(form);
    for (const item of items) item.hidden = !fits(factsOf(item.dataset), wanted);
    for (const cell of cells) showCell(cell, wanted);
    say();
    keep(new FormData(form));
  };
  const say = (): void => {
    const count = items.filter((item) => !item.hidden).length;
    shown.textContent = browser.findingsShown(count, items.length);
  };
  form.addEventListener('input', apply);
  // The fields are reset after the event.
  form.addEventListener('reset', () => setTimeout(apply));
  // Without a filter, the page is left as built.
  if (form.querySelector(':checked')) apply();
  else say();
}

function restore(form: HTMLFormElement): void {
  const query = new URLSearchParams(location.search);
  for (const box of form.querySelectorAll('input')) box.checked = query.getAll(box.name).includes(box.value);
}

function keep(data: FormData): void {
  const query = new URLSearchParams(
    [...data].map(([name, value]) => [name, typeof value === 'string' ? value : '']),
  ).toString();
  history.replaceState(null, '', (query === '' ? location.pathname : `?${query}`) + location.hash);
}

function wantedOf(form: HTMLFormElement): Wanted {
  const data = new FormData(form);
  const valuesOf = (name: string): string[] => data.getAll(name).map(String);
  return { direction: valuesOf('direction'), certainty: valuesOf('certainty'), year: valuesOf('year') };
}

const factsOf = ({ direction = '', certainty = '', years = '' }: DOMStringMap): Facts => ({
  direction,
  certainty,
  years: years.split(' '),
});

const fits = ({ direction, certainty, years }: Facts, wanted: Wanted): boolean =>
  (wanted.direction.length === 0 || wanted.direction.includes(direction)) &&
  (wanted.certainty.length === 0 || wanted.certainty.includes(certainty)) &&
  (wanted.year.length === 0 || wanted.year.some((year) => years.includes(year)));

/** Dims a cell without matching findings, and hides directions without any. */
function showCell(cell: HTMLElement, wanted: Wanted): void {
  const findings = (JSON.parse(cell.dataset.findings ?? '[]') as [string, string, number[]][]).map(
    ([direction, certainty, years]): Facts => ({ direction, certainty, years: years.map(String) }),
  );
  const fitting = findings.filter((facts) => fits(facts, wanted));
  cell.classList.toggle('filtered', fitting.length === 0);
  for (const tally of cell.querySelectorAll<HTMLElement>('.tally')) {
    const own = fitting.filter(({ direction }) => tally.classList.contains(`tally-${direction}`));
    tally.hidden = own.length === 0;
    const count = tally.querySelector('.count');
    if (count) count.textContent = `${count.textContent?.slice(0, 1) ?? ''}${own.length}`;
  }
}
