import { loadSearch, type Found } from './search.ts';

const most = 8;
const order = ['Essay', 'Work', 'Page'];
const headings: Readonly<Record<string, string>> = { Essay: 'Essays', Work: 'Works', Page: 'Pages' };

/** Connects a search box to the index: results while typing, arrow keys and Enter to choose. */
export function connectSearchBox(box: HTMLElement): void {
  const input = box.querySelector('input');
  const list = box.querySelector<HTMLElement>('[role="listbox"]');
  const status = box.querySelector<HTMLElement>('[role="status"]');
  if (!input || !list || !status) return;
  let asked = 0;

  const show = async (): Promise<void> => {
    const query = input.value.trim();
    const number = ++asked;
    if (query === '') return clear(list, { input, status, said: '' });
    const search = await loadSearch(box.dataset.pagefind ?? '');
    if (search === null) return clear(list, { input, status, said: 'The search index could not be loaded.' });
    const found = await search(query);
    if (number !== asked) return;
    list.replaceChildren(...toGroups(found.results.slice(0, most * 3), list.id));
    input.setAttribute('aria-expanded', String(found.results.length > 0));
    status.textContent = found.total === 0 ? `Nothing found for “${query}”.` : `${found.total} ${found.total === 1 ? 'page' : 'pages'} found.`;
    select(list, input, 0);
  };

  input.addEventListener('input', () => void show());
  input.addEventListener('keydown', (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      select(list, input, selectedIndex(list) + step);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      list.querySelector<HTMLAnchorElement>('[aria-selected="true"]')?.click();
    }
  });
}

function clear(list: HTMLElement, { input, status, said }: { input: HTMLInputElement; status: HTMLElement; said: string }): void {
  list.replaceChildren();
  input.setAttribute('aria-expanded', 'false');
  input.removeAttribute('aria-activedescendant');
  status.textContent = said;
}

const optionsOf = (list: HTMLElement): HTMLElement[] => [...list.querySelectorAll<HTMLElement>('[role="option"]')];
const selectedIndex = (list: HTMLElement): number => optionsOf(list).findIndex((option) => option.ariaSelected === 'true');

function select(list: HTMLElement, input: HTMLInputElement, index: number): void {
  const options = optionsOf(list);
  const chosen = options[(index + options.length) % options.length];
  for (const option of options) option.ariaSelected = String(option === chosen);
  if (chosen === undefined) return input.removeAttribute('aria-activedescendant');
  input.setAttribute('aria-activedescendant', chosen.id);
  chosen.scrollIntoView({ block: 'nearest' });
}

function toGroups(results: readonly Found[], id: string): HTMLElement[] {
  const groups = Map.groupBy(results, ({ kind }) => kind);
  let number = 0;
  return order.flatMap((kind) => {
    const found = groups.get(kind)?.slice(0, most) ?? [];
    if (found.length === 0) return [];
    const group = document.createElement('div');
    const heading = document.createElement('div');
    heading.textContent = headings[kind] ?? kind;
    heading.id = `${id}-${kind}`;
    group.role = 'group';
    group.setAttribute('aria-labelledby', heading.id);
    group.append(heading, ...found.flatMap((result) => toOptions(result, () => `${id}-${number++}`)));
    return [group];
  });
}

function toOptions(result: Found, nextId: () => string): HTMLElement[] {
  const own = toOption({ url: result.url, title: result.title, excerpt: result.sections.length === 0 ? result.excerpt : '' }, nextId());
  const sections = result.sections.slice(0, 3).map((section) => {
    const option = toOption(section, nextId());
    option.classList.add('section');
    return option;
  });
  return [own, ...sections];
}

function toOption({ url, title, excerpt }: { url: string; title: string; excerpt: string }, id: string): HTMLAnchorElement {
  const option = document.createElement('a');
  option.id = id;
  option.role = 'option';
  option.href = url;
  option.tabIndex = -1;
  option.append(title);
  if (excerpt === '') return option;
  const text = document.createElement('small');
  // Pagefind's excerpts are escaped text with <mark>.
  text.innerHTML = excerpt;
  option.append(text);
  return option;
}
