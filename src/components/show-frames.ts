/** Replaces a button by the frame of another host when it is pressed. No request is sent to that host before. */
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
