/** Creates an element with a class, which may be empty, and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...children);
  return made;
}

/** Parses HTML from a file of cards. */
export function fragment(html: string): DocumentFragment {
  const template = document.createElement('template');
  template.innerHTML = html;
  for (const styled of template.content.querySelectorAll<HTMLElement>('[data-style]')) {
    styled.style.cssText = styled.dataset.style ?? '';
    delete styled.dataset.style;
  }
  return template.content;
}

export function linkTo(href: string, words: string): HTMLAnchorElement {
  const link = element('a', '', words);
  link.href = href;
  return link;
}

/** Returns the last line of a card: its links and buttons. */
export const actions = (...parts: Node[]): Node => element('p', 'card-actions', ...parts);
