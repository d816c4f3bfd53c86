import { browser } from 'virtual:strings';

/** Opens figures and charts large, in a dialog; without this script the link of a figure leads to its file. */
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
  const content = dialog.querySelector('.large-picture');
  content?.replaceChildren(picture);
  dialog.showModal();
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
  created.append(form, content);
  created.addEventListener('click', ({ target }) => {
    if (target === created) created.close();
  });
  document.body.append(created);
  return created;
}
