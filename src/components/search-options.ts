import { browser } from 'virtual:strings';
import { kinds, type Found } from './search.ts';

type Link = { url: string; title: string; quiet?: string; excerpt?: string; kind?: 'section' | 'all' };

/** What was found as options of the listbox `id`: grouped by kind, sections below their essay. */
export function drawGroups(results: readonly Found[], id: string): HTMLElement[] {
  const groups = Map.groupBy(results, ({ kind }) => kind);
  let number = 0;
  return kinds.flatMap((kind) => {
    const links = (groups.get(kind) ?? []).flatMap(toLinks);
    if (links.length === 0) return [];
    const group = document.createElement('div');
    const heading = document.createElement('div');
    heading.textContent = browser.kinds[kind];
    heading.id = `${id}-${kind}`;
    group.role = 'group';
    group.setAttribute('aria-labelledby', heading.id);
    group.append(heading, ...links.map((link) => drawOption(link, `${id}-${number++}`)));
    return [group];
  });
}

/** A link as an option; `excerpt` is Pagefind's HTML, of which text and marks are shown. */
export function drawOption({ url, title, quiet = '', excerpt = '', kind }: Link, id: string): HTMLAnchorElement {
  const option = document.createElement('a');
  option.id = id;
  option.role = 'option';
  option.href = url;
  option.tabIndex = -1;
  if (kind) option.classList.add(kind);
  option.append(title);
  if (quiet !== '') option.append(drawLine([quiet]));
  if (excerpt !== '') option.append(drawLine(readMarked(excerpt)));
  return option;
}

function drawLine(parts: readonly (Node | string)[]): HTMLElement {
  const line = document.createElement('small');
  line.append(...parts);
  return line;
}

/** Text and `<mark>` of HTML, read by a document that runs and loads nothing. */
function readMarked(html: string): (HTMLElement | string)[] {
  const { body } = new DOMParser().parseFromString(html, 'text/html');
  return [...body.childNodes].map(({ nodeName, textContent }) => {
    if (nodeName !== 'MARK') return textContent ?? '';
    const mark = document.createElement('mark');
    mark.textContent = textContent;
    return mark;
  });
}

function toLinks({ url, title, short, excerpt, sections }: Found): Link[] {
  const own = { url, title, quiet: short, excerpt: sections.length === 0 ? excerpt : '' };
  return [own, ...sections.slice(0, 3).map((section) => ({ ...section, kind: 'section' as const }))];
}
