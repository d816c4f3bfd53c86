import { mirrors, patch } from './patch.ts';

/** Development only: this module updates the open page in place after each save. */
const shownStyles = 'link[rel="stylesheet"], style';

// Modules run in document order, and this one is among the first, so nothing has changed the page yet.
let before = document.cloneNode(true) as Document;
let latest = 0;

showMistake(document);
import.meta.hot?.on('review:saved', () => void showAnew());
import.meta.hot?.send('review:opened', { age: performance.now() });

async function showAnew(): Promise<void> {
  const number = (latest += 1);
  const response = await fetch(location.href, { cache: 'no-store' });
  const html = await response.text();
  if (number !== latest) return;
  const now = new DOMParser().parseFromString(html, 'text/html');
  // If the code of a page throws, Astro sends its overlay.
  if (response.status === 500) return showMistake(now);
  if (scriptsOf(now) !== scriptsOf(before) || !mirrors(document.body, before.body)) return location.reload();
  addStyles(now);
  document.title = now.title;
  patch(document.body, { before: before.body, now: now.body });
  before = now;
  removeOverlays();
}

function showMistake(page: Document): void {
  const mistake = page.querySelector('#mistake')?.textContent;
  const Overlay = customElements.get('vite-error-overlay');
  if (!mistake || Overlay === undefined) return;
  removeOverlays();
  const overlay = new Overlay(JSON.parse(mistake));
  overlay.shadowRoot?.querySelector('#stack')?.remove();
  document.body.append(overlay);
}

function removeOverlays(): void {
  for (const overlay of document.querySelectorAll('vite-error-overlay')) overlay.remove();
}

const scriptsOf = (page: Document): string =>
  [...page.querySelectorAll<HTMLScriptElement>('script[type="module"]')].map(({ src, text }) => src + text).join('\n');

/** Adds styles that the page did not need before, such as those for its first formula. */
function addStyles(now: Document): void {
  const known = [...before.head.querySelectorAll(shownStyles)];
  for (const style of now.head.querySelectorAll(shownStyles)) {
    if (!known.some((other) => other.isEqualNode(style))) document.head.append(document.importNode(style, true));
  }
}
