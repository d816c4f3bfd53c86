import type { Root } from 'hast';
import { fromParse5 } from 'hast-util-from-parse5';
import { parseFragment } from 'parse5';

/** Parses the HTML that the forum shows. */
export function parsePost(html: string): Root {
  const tree = fromParse5(parseFragment(html));
  return { type: 'root', children: 'children' in tree ? tree.children : [] };
}
