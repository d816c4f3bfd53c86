import type { Link, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ComponentNode } from '../model/nodes.ts';
import { vocabulary } from '../model/vocabulary.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Strings } from '../model/strings/index.ts';
import { nodesOf, walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Numbers figures, tables, theorems and findings ("Figure 1"), and makes `[](#fig-x)` say so. */
export function remarkLabels({ strings }: { strings: Strings }) {
  return (tree: Root, file: VFile): void => {
    const labels = numberComponents(tree, file, strings);
    walk(tree, (node, index, parent) => {
      if (node.type !== 'link' || node.children.length > 0 || parent === undefined || index === undefined) return;
      replaceByLabel(node, { index, parent, labels, file });
    });
  };
}

function numberComponents(tree: Root, file: VFile, { labels: names }: Strings): Map<string, string> {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const node of nodesOf(tree, 'component')) {
    const kind = kindOf(node);
    if (kind === null) continue;
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    node.label = `${names[kind]} ${count}`;
    const id = 'id' in node.props ? node.props.id : undefined;
    if (id === undefined) continue;
    if (labels.has(id))
      report(file, node, { rule: 'duplicate-id', reason: `Duplicate id \`${id}\`: expected each id once` });
    labels.set(id, node.label);
  }
  return labels;
}

/** What is numbered for itself, by the name of its label; null of what is not numbered. */
const kindOf = (node: ComponentNode) => (node.name === 'Theorem' ? node.props.kind : vocabulary[node.name].label);

function replaceByLabel(
  link: Link,
  { index, parent, labels, file }: { index: number; parent: Parents; labels: Map<string, string>; file: VFile },
): void {
  const target = link.url.replace(/^#/, '');
  // A finding that is not here may be in another essay: `linkFindings` looks there.
  const value = labels.get(target) ?? (link.url.startsWith('#find-') ? '' : undefined);
  if (!link.url.startsWith('#') || value === undefined) {
    const known = [...labels.keys()];
    const expected =
      known.length === 0
        ? 'text, for no figure, table, theorem or finding here has an id'
        : 'text, or the id of a figure, table, theorem or finding';
    const reason = `Unknown \`${link.url}\`: expected ${expected}${suggestionFor(target, known)}`;
    report(file, link, { rule: 'unknown-label', reason });
    return;
  }
  parent.children.splice(index, 1, { type: 'crossReference', target, essay: null, value, position: link.position });
}
