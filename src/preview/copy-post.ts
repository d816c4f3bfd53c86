const said = {
  html: 'Copied. Paste it into LessWrong Docs, the default editor.',
  markdown: 'Copied. Paste it into a post whose editor is set to Markdown.',
};

/** Lets the buttons of the page copy the post, as it is when they are pressed: a save brings others in their places. */
export function copyPosts(): void {
  document.addEventListener('click', (event) => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-copy-post]') : null;
    if (button !== null) void copy(button.dataset.copyPost === 'html' ? 'html' : 'markdown');
  });
}

async function copy(form: 'html' | 'markdown'): Promise<void> {
  const isCopied =
    form === 'html'
      ? writeRich(shownText('html'), shownText('markdown'))
      : await navigator.clipboard.writeText(shownText('markdown')).then(
          () => true,
          () => false,
        );
  const status = document.querySelector('[data-copied]');
  if (status === null) return;
  // The same words said again are not read out: they have to go first.
  status.textContent = '';
  setTimeout(
    () =>
      (status.textContent = isCopied
        ? said[form]
        : 'The browser refused to copy. Take the file that npm run posts writes.'),
    50,
  );
}

/** Marked as outdated, and without a successor that leaves HTML as it is. */
const page: { execCommand: (command: 'copy') => boolean } = document;

/**
 * Rich text, with the Markdown for an editor that takes no other; false where the browser refuses.
 *
 * The newer `navigator.clipboard.write` writes HTML anew, and makes the calls of footnotes links to this page.
 */
function writeRich(html: string, markdown: string): boolean {
  let isWritten = false;
  const write = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.clipboardData?.setData('text/html', html);
    event.clipboardData?.setData('text/plain', markdown);
    isWritten = event.clipboardData !== null;
  };
  document.addEventListener('copy', write);
  page.execCommand('copy');
  document.removeEventListener('copy', write);
  return isWritten;
}

const shownText = (form: string): string => document.querySelector(`[data-post="${form}"]`)?.textContent ?? '';
