import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ComponentNode } from '../model/nodes.ts';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Reports links within a `Term`, and components that print a link within a link: links cannot be nested. */
export function remarkNestedLinks() {
  return (tree: Root, file: VFile): void => {
    walk(tree, (outer) => {
      const outerName = nameOfOuter(outer);
      if (outerName === null) return;
      walk(outer, (inner) => {
        const innerName = inner === outer ? null : nameOfInner(inner, outer);
        if (innerName === null) return;
        const reason = `Invalid ${innerName} in ${outerName}: expected it outside, because links cannot be nested`;
        report(file, inner, { rule: 'misplaced-component', reason });
      });
    });
  };
}

/** Returns the name of a node that is a link and contains other nodes, else null. */
function nameOfOuter(node: Nodes): string | null {
  if (node.type === 'link') return 'a link';
  return node.type === 'component' && node.name === 'Term' ? '`Term`' : null;
}

/** Returns the name of a node that prints a link, else null. Other plugins report links and citations within links. */
function nameOfInner(inner: Nodes, outer: Nodes): string | null {
  if (inner.type === 'component') return isLinkComponent(inner, outer) ? `\`${inner.name}\`` : null;
  if (outer.type === 'link') return null;
  if (inner.type === 'footnoteReference') return 'footnote';
  return inner.type === 'link' || inner.type === 'citation' ? inner.type : null;
}

const isLinkComponent = ({ name }: ComponentNode, outer: Nodes): boolean =>
  name === 'Forecast' || name === 'Term' || (name === 'Note' && outer.type !== 'link');
