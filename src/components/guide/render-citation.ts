import { fromHtml } from 'hast-util-from-html';
import { toHtml } from 'hast-util-to-html';
import { nodesOf } from '../../engine/model/walk.ts';
import { renderExample } from './render-example.ts';

/** Renders a sentence with a citation. Links to the reference list are removed, because there is none. */
export async function renderCitation(source: string): Promise<string> {
  const { site } = await renderExample(source, { kind: 'essay', prefix: '' });
  const [paragraph] = fromHtml(site, { fragment: true }).children;
  if (paragraph?.type !== 'element' || paragraph.tagName !== 'p')
    throw new Error(`A citation of the guide gave no paragraph:\n${source}\nWrite it as one sentence.`);
  for (const node of nodesOf(paragraph, 'element')) {
    const { id, href, role, ...others } = node.properties;
    node.properties = String(href).startsWith('#') ? others : { ...others, href, role };
  }
  return toHtml(paragraph.children);
}
