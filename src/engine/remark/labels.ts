import type { Link, Parents, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ComponentNode } from '../model/nodes.ts';
import { plainText } from '../model/plain-text.ts';
import { vocabulary } from '../model/vocabulary.ts';
import { suggestionFor } from '../model/suggestion.ts';
import type { Strings } from '../model/strings/index.ts';
import { nodesOf, walk } from '../model/walk.ts';
import { report } from './report.ts';

type Labels = ReadonlyMap<string, string>;

/**
 * Numbers figures, tables, equations, theorems and findings ("Figure 1"), labels notes, and replaces `[](#fig-x)` by
 * the label.
 */
export function remarkLabels({ strings }: { strings: Strings }) {
  return (tree: Root, file: VFile): void => {
    const numbered = numberComponents(tree, file, strings);
    const labels = new Map([...sectionsOf(tree, strings), ...numbered]);
    walk(tree, (node, index, parent) => {
      if (node.type !== 'link' || node.children.length > 0 || parent === undefined || index === undefined) return;
      replaceByLabel(node, { index, parent, labels, file });
    });
  };
}

/** Returns the text of references to sections, by anchor. */
const sectionsOf = (tree: Root, { crossReference }: Strings): [string, string][] =>
  nodesOf(tree, 'heading').map((heading) => [heading.data?.id ?? '', crossReference.section(plainText(heading))]);

function numberComponents(tree: Root, file: VFile, { labels: names }: Strings): Map<string, string> {
  const labels = new Map<string, string>();
  const counts = new Map<string, number>();
  for (const node of nodesOf(tree, 'component')) {
    const kind = kindOf(node);
    if (kind === null) continue;
    const number = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, number);
    // Outputs number notes together with footnotes, in an order that depends on the output.
    node.label = kind === 'note' ? names.note : `${names[kind]} ${number}`;
    node.data = { ...node.data, number };
    const id = 'id' in node.props ? node.props.id : undefined;
    if (id === undefined) continue;
    if (labels.has(id))
      report(file, node, { rule: 'duplicate-id', reason: `Duplicate id \`${id}\`: expected each id once` });
    labels.set(id, node.label);
  }
  return labels;
}

/** Returns the label name by which a component is numbered; null if it is not numbered. */
const kindOf = (node: ComponentNode) => (node.name === 'Theorem' ? node.props.kind : vocabulary[node.name].label);

/** Matches `[](slug#anchor)`. */
const ofOtherEssay = /^([\w-]+)#(.+)$/;

function replaceByLabel(
  link: Link,
  { index, parent, labels, file }: { index: number; parent: Parents; labels: Labels; file: VFile },
): void {
  const [, named = null, target = link.url.replace(/^#/, '')] = ofOtherEssay.exec(link.url) ?? [];
  const value = named === null ? labelHere(link.url, labels) : '';
  if (value === undefined) {
    const expected = 'text, or `#` and the id of a figure, table, equation, note, theorem, finding or heading';
    const reason = `Unknown \`${link.url}\`: expected ${expected}${suggestionFor(target, [...labels.keys()])}`;
    report(file, link, { rule: 'unknown-label', reason });
    return;
  }
  const { position } = link;
  parent.children.splice(index, 1, { type: 'crossReference', target, named, essay: named, value, position });
}

/**
 * Returns the text of a reference within this essay. Empty if another essay may have the finding; `linkReferences`
 * resolves that.
 */
const labelHere = (url: string, labels: Labels): string | undefined =>
  url.startsWith('#') ? (labels.get(url.slice(1)) ?? (url.startsWith('#find-') ? '' : undefined)) : undefined;
