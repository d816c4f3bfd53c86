/** So many rows are laid out in less than a tenth of a second. */
const atOnce = 500;

/**
 * Creates a function that shows elements as the children of a list. Of thousands the first are seen at once, and the
 * others follow while the page answers to what is typed.
 */
export function createFillList(list: HTMLElement): (elements: readonly HTMLElement[]) => void {
  let timer = 0;
  return (elements) => {
    clearTimeout(timer);
    const addFrom = (start: number): void => {
      list.append(...elements.slice(start, start + atOnce));
      if (start + atOnce < elements.length) timer = window.setTimeout(() => addFrom(start + atOnce));
    };
    // Thousands of rows leave a list that is not shown twenty times as fast.
    list.hidden = true;
    list.getBoundingClientRect();
    list.replaceChildren();
    list.hidden = false;
    addFrom(0);
  };
}
