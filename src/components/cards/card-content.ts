import { fragment } from './element.ts';
import type { EssayCards } from './essay-cards.ts';
import { previewContent, targetOf, termContent } from './preview-content.ts';
import { workContent } from './work-content.ts';

const files = new Map<string, Promise<EssayCards | null>>();

/** What the card of a link shows; null where there is nothing to show. */
export async function contentOf(link: HTMLAnchorElement): Promise<Node[] | null> {
  const { key } = link.dataset;
  if (key !== undefined) return workContent(link, key, await fileOf(link));
  if (link.matches('.term > a')) return termContent(link);
  const target = targetOf(link);
  if (target !== null) return previewContent(link, target);
  const finding = (await fileOf(link))?.findings[link.hash.slice(1)];
  return finding === undefined ? null : [findingOf(finding)];
}

function findingOf(html: string): Node {
  const finding = fragment(html);
  // A page without formulas has no styles for them, and shows their MathML.
  if (document.querySelector('.katex') === null)
    for (const one of finding.querySelectorAll('.katex-html')) one.remove();
  return finding;
}

/** The cards of the essay that the link stands in, asked for once; null where there are none, or where they cannot be had now. */
function fileOf(link: Element): Promise<EssayCards | null> {
  const path = link.closest<HTMLElement>('[data-cards]')?.dataset.cards;
  if (path === undefined) return Promise.resolve(null);
  const known = files.get(path) ?? load(path);
  files.set(path, known);
  return known;
}

async function load(path: string): Promise<EssayCards | null> {
  try {
    const response = await fetch(path);
    if (response.ok) return (await response.json()) as EssayCards;
  } catch {
    // Without a network the card shows what the page knows.
  }
  files.delete(path);
  return null;
}
