import { browser } from 'virtual:strings';
import { copyText } from './copy-text.ts';

/** Adds copy buttons to code blocks and to display formulas, whose TeX they copy. */
export function addCopyButtons(elements: Iterable<Element>): void {
  if (!navigator.clipboard) return;
  for (const element of elements) {
    const tex = element.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
    if (tex) addButton(element.closest('.equation') ?? element, browser.copyTex, tex.trim());
    else if (element.tagName === 'PRE') addButton(element, browser.copyCode, element.textContent);
  }
}

function addButton(element: Element, label: string, text: string): void {
  const frame = document.createElement('div');
  frame.className = 'copy-frame';
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'button copy no-print';
  button.ariaLive = 'polite';
  button.textContent = label;
  button.addEventListener('click', () => void copyText(button, text));
  element.replaceWith(frame);
  frame.append(element, button);
}
