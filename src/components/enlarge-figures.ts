import { browser } from 'virtual:strings';

/** Opens figures and charts enlarged in a dialog. Without this script, the link of a figure leads to its file. */
export function enlargeFigures(essay: ParentNode): void {
  for (const link of essay.querySelectorAll<HTMLAnchorElement>('figure > a.original')) {
    link.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
      event.preventDefault();
      const picture = document.createElement('img');
      picture.src = link.href;
      picture.alt = link.querySelector('img')?.alt ?? '';
      showLarge(picture, link.parentElement);
    });
  }
  for (const drawing of essay.querySelectorAll('figure.chart > .chart-wide')) addButton(drawing);
}

function addButton(drawing: Element): void {
  const figure = drawing.parentElement;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'enlarge no-print';
  button.textContent = browser.enlarge;
  for (const one of [button, drawing]) one.addEventListener('click', () => showLarge(drawing.cloneNode(true), figure));
  figure?.querySelector('figcaption')?.after(button);
}

let dialog: HTMLDialogElement | undefined;

function showLarge(picture: Node, figure: HTMLElement | null): void {
  dialog ??= createDialog();
  dialog.setAttribute('aria-label', figure?.querySelector('figcaption b')?.textContent ?? '');
  dialog.querySelector('.large-picture')?.replaceChildren(picture);
  dialog.querySelector('.large-caption')?.replaceChildren(...captionOf(figure));
  dialog.showModal();
}

/**
 * Returns the text of the caption without ids, which would be duplicates, and without links, whose targets are behind
 * the dialog.
 */
function captionOf(figure: HTMLElement | null): Node[] {
  const caption = figure?.querySelector('figcaption')?.cloneNode(true);
  if (!(caption instanceof HTMLElement)) return [];
  for (const note of caption.querySelectorAll('.note, .footnote-reference')) note.remove();
  for (const link of caption.querySelectorAll('a')) link.replaceWith(...link.childNodes);
  for (const one of caption.querySelectorAll('[id]')) one.removeAttribute('id');
  return [...caption.childNodes];
}

function createDialog(): HTMLDialogElement {
  const created = document.createElement('dialog');
  created.className = 'large no-print';
  const form = document.createElement('form');
  form.method = 'dialog';
  const button = document.createElement('button');
  button.className = 'button';
  button.textContent = browser.close;
  form.append(button);
  const content = document.createElement('div');
  content.className = 'large-picture chart';
  content.tabIndex = 0;
  content.setAttribute('role', 'group');
  content.setAttribute('aria-label', browser.enlarge);
  const caption = document.createElement('p');
  caption.className = 'large-caption small quiet';
  created.append(form, content, caption);
  created.addEventListener('click', ({ target }) => {
    if (target === created) created.close();
  });
  document.body.append(created);
  return created;
}
