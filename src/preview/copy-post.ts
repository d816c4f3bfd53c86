const said = {
  html: 'Copied. Paste it into the forum’s default editor.',
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
  const isCopied = await write(form).then(() => true, () => false);
  const status = document.querySelector('[data-copied]');
  if (status === null) return;
  // The same words said again are not read out: they have to go first.
  status.textContent = '';
  setTimeout(() => (status.textContent = isCopied ? said[form] : 'The browser refused to copy. Take the file that npm run posts writes.'), 50);
}

/** Rich text carries the Markdown too, for an editor that takes no other. */
function write(form: 'html' | 'markdown'): Promise<void> {
  const markdown = textOf('markdown');
  if (form === 'markdown') return navigator.clipboard.writeText(markdown);
  const types = { 'text/html': textOf('html'), 'text/plain': markdown };
  return navigator.clipboard.write([new ClipboardItem(Object.fromEntries(Object.entries(types).map(([type, text]) => [type, new Blob([text], { type })])))]);
}

const textOf = (form: string): string => document.querySelector(`[data-post="${form}"]`)?.textContent ?? '';
