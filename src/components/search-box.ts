import { browser } from 'virtual:strings';
import { queryOf } from './keep-query.ts';
import { loadSearch } from './search.ts';
import { drawGroups, drawOption } from './search-options.ts';

type Parts = { input: HTMLInputElement; list: HTMLElement; status: HTMLElement };

/** Connects a search box to the index: results while typing, arrow keys and Enter to choose. */
export function connectSearchBox(box: HTMLElement): void {
  const input = box.querySelector<HTMLInputElement>('[role="combobox"]');
  const guide = box.querySelector<HTMLInputElement>('[type="checkbox"]');
  const list = box.querySelector<HTMLElement>('[role="listbox"]');
  const status = box.querySelector<HTMLElement>('[role="status"]');
  if (!input || !guide || !list || !status) return;
  const parts = { input, list, status };
  box.hidden = false;
  let asked = 0;
  let shown = Promise.resolve();

  const show = async (): Promise<void> => {
    const query = input.value.trim();
    const number = ++asked;
    list.ariaBusy = 'true';
    if (query === '') return fill(parts, [], '');
    const search = await loadSearch(box.dataset.pagefind ?? '');
    if (search === null) return fill(parts, [], browser.indexMissing);
    const { total, results } = await search(query, { guide: guide.checked, limit: Number(box.dataset.limit) });
    if (number !== asked) return;
    const options = drawGroups(results, list.id);
    fill(parts, options, total === 0 ? browser.nothingFound(query) : browser.pagesFound(total));
    const all = box.dataset.all && results.length < total && box.dataset.all + queryOf(query, guide.checked);
    if (all) list.append(drawOption({ url: all, title: browser.allPages(total), kind: 'all' }, `${list.id}-all`));
  };

  const ask = (): void => {
    shown = show();
  };
  input.addEventListener('input', ask);
  guide.addEventListener('change', ask);
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (step !== undefined) select(parts, selectedIndex(list) + step);
    // Who types fast and presses Enter means the results that are still on their way.
    else void shown.then(() => list.querySelector<HTMLAnchorElement>('[aria-selected="true"]')?.click());
  });
}

function fill({ input, list, status }: Parts, options: HTMLElement[], said: string): void {
  list.replaceChildren(...options);
  list.hidden = options.length === 0;
  list.ariaBusy = 'false';
  input.setAttribute('aria-expanded', String(options.length > 0));
  status.textContent = said;
  select({ input, list, status }, 0);
}

const optionsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
const selectedIndex = (list: HTMLElement): number =>
  optionsOf(list).findIndex((option) => option.ariaSelected === 'true');

function select({ input, list }: Parts, index: number): void {
  const options = optionsOf(list);
  const chosen = options[(index + options.length) % options.length];
  for (const option of options) option.ariaSelected = String(option === chosen);
  if (chosen === undefined) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}
