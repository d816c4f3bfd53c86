const said = {
  html: 'Copied. Paste it into LessWrong Docs, the default editor.',
  markdown: 'Copied. Paste it into a post whose editor is set to Markdown.',
};

/** Makes the page's buttons copy the post. The post is read on each click, because a save replaces the elements. */
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
  // Screen readers do not announce the same text twice, so it is cleared first.
  status.textContent = '';
  setTimeout(
    () =>
      (status.textContent = isCopied
        ? said[form]
        : 'The browser refused to copy. Take the file that npm run posts writes.'),
    50,
  );
}

/** `execCommand` is deprecated, but there is no replacement that leaves HTML unchanged. */
const page: { execCommand: (command: 'copy') => boolean } = document;

/**
 * Copies rich text, with the Markdown as plain text. Returns false if the browser refuses.
 *
 * The newer `navigator.clipboard.write` rewrites the HTML, and turns references to footnotes into links to this page.
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
