/**
 * The only inline script of pages, which runs before the first paint. It sets `data-theme` to the reader's choice,
 * updates it when the choice changes, and activates the `theme-color` of that scheme.
 *
 * The policy of pages allows it by its hash.
 */
export const headScript: string = `(() => {
  const apply = () => {
    let theme = null;
    try {
      theme = localStorage.getItem('theme');
    } catch {}
    const chosen = theme === 'light' || theme === 'dark';
    if (chosen) document.documentElement.dataset.theme = theme;
    else delete document.documentElement.dataset.theme;
    for (const meta of document.querySelectorAll('meta[data-scheme]'))
      meta.media = !chosen ? '(prefers-color-scheme: ' + meta.dataset.scheme + ')' : meta.dataset.scheme === theme ? 'all' : 'not all';
  };
  for (const name of ['theme', 'storage', 'pageshow']) addEventListener(name, apply);
  apply();
})();`.replaceAll(/\n\s*/g, '');
