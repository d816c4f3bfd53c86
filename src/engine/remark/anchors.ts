import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { suggestionFor } from '../model/suggestion.ts';
import { vocabulary } from '../model/vocabulary.ts';
import { nodesOf, walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Reports `[text](#anchor)` if the essay has no heading or component with that id. */
export function remarkAnchors() {
  return (tree: Root, file: VFile): void => {
    const known = anchorsOf(tree);
    for (const link of nodesOf(tree, 'link')) {
      const target = decodeURIComponent(link.url.slice(1));
      if (!link.url.startsWith('#') || link.children.length === 0 || known.includes(target)) continue;
      const reason = `Unknown anchor \`${link.url}\`: expected that of a heading, figure, table, equation, note, theorem or finding here`;
      report(file, link, { rule: 'broken-anchor', reason: reason + suggestionFor(target, known) });
    }
  };
}

/** Returns ids of headings and numbered components, which links may target. */
export function anchorsOf(tree: Root): string[] {
  const ids: string[] = ['references'];
  walk(tree, (node) => {
    if (node.type === 'heading' && node.data?.id !== undefined) ids.push(node.data.id);
    if (node.type !== 'component' || vocabulary[node.name].label === null) return;
    if ('id' in node.props && node.props.id !== undefined) ids.push(node.props.id);
  });
  return ids;
}
