import { browser } from 'virtual:strings';
import { copyText } from './copy-text.ts';

/** Adds a button to code, which copies it, and to formulas of their own line, which copies their TeX. */
export function addCopyButtons(essay: ParentNode): void {
  if (!navigator.clipboard) return;
  for (const code of essay.querySelectorAll('pre')) {
    if (!code.closest('.copyable')) addButton(code, browser.copyCode, code.textContent);
  }
  for (const formula of essay.querySelectorAll('.katex-display')) {
    const tex = formula.querySelector('annotation[encoding="application/x-tex"]')?.textContent;
    if (tex) addButton(formula.closest('.equation') ?? formula, browser.copyTex, tex.trim());
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
