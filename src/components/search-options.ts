import { browser } from 'virtual:strings';
import type { Result, Kind, Marked } from './search-results.ts';

type Link = { url: string; title: string; quiet?: string; excerpt?: Marked; kind?: 'section' | 'all' };

/** Draws results as options of the listbox `id`: grouped by kind, sections below their essay. */
export function drawGroups(groups: readonly [Kind, Result[]][], id: string): HTMLElement[] {
  let number = 0;
  return groups.map(([kind, results]) => {
    const group = document.createElement('div');
    const heading = document.createElement('div');
    heading.textContent = browser.kinds[kind];
    heading.id = `${id}-${kind}`;
    group.role = 'group';
    group.setAttribute('aria-labelledby', heading.id);
    group.append(heading, ...results.flatMap(linksOf).map((link) => drawOption(link, `${id}-${number++}`)));
    return group;
  });
}

/** Draws a link as an option. */
export function drawOption({ url, title, quiet = '', excerpt = [], kind }: Link, id: string): HTMLAnchorElement {
  const option = document.createElement('a');
  option.id = id;
  option.role = 'option';
  option.href = url;
  option.tabIndex = -1;
  if (kind) option.classList.add(kind);
  option.append(title);
  if (quiet !== '') option.append(drawLine([quiet]));
  if (excerpt.length > 0) option.append(drawLine(excerpt.map(drawPart)));
  return option;
}

function drawLine(parts: readonly (Node | string)[]): HTMLElement {
  const line = document.createElement('small');
  line.append(...parts);
  return line;
}

function drawPart({ text, isMatch }: Marked[number]): Node | string {
  if (!isMatch) return text;
  const mark = document.createElement('mark');
  mark.textContent = text;
  return mark;
}

function linksOf({ url, title, quiet, excerpt, sections }: Result): Link[] {
  return [
    { url, title, quiet, excerpt },
    ...sections.slice(0, 3).map((section) => ({ ...section, kind: 'section' as const })),
  ];
}
