import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

/** Reports links within a `Term`, and components that print a link within a link: links cannot be nested. */
export function remarkNestedLinks() {
  return (tree: Root, file: VFile): void => {
    walk(tree, (outer) => {
      const name = outer.type === 'link' ? 'a link' : nameOf(outer) === 'Term' ? '`Term`' : null;
      if (name === null) return;
      walk(outer, (inner) => {
        const what = inner === outer ? null : linkIn(inner, outer);
        if (what === null) return;
        const reason = `Invalid ${what} in ${name}: expected it outside, because links cannot be nested`;
        report(file, inner, { rule: 'misplaced-component', reason });
      });
    });
  };
}

const nameOf = (node: Nodes): string | null => (node.type === 'component' ? node.name : null);

/** Returns the name of a node that prints a link, else null. Other plugins report links and citations within links. */
function linkIn(inner: Nodes, outer: Nodes): string | null {
  if (inner.type === 'component')
    return ['Forecast', 'Term', 'Note'].includes(inner.name) && !(outer.type === 'link' && inner.name === 'Note')
      ? `\`${inner.name}\``
      : null;
  if (outer.type === 'link') return null;
  if (inner.type === 'footnoteReference') return 'footnote';
  return inner.type === 'link' || inner.type === 'citation' ? inner.type : null;
}
