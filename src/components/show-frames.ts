/** Puts the page of another host in the place of a button when it is pressed: nothing is asked of that host before. */
export function showFrames(essay: ParentNode): void {
  for (const button of essay.querySelectorAll<HTMLButtonElement>('button[data-frame]'))
    button.addEventListener('click', () => {
      const frame = document.createElement('iframe');
      frame.src = button.dataset.frame ?? '';
      frame.title = button.dataset.title ?? '';
      frame.referrerPolicy = 'no-referrer';
      button.replaceWith(frame);
      frame.focus();
    });
}
