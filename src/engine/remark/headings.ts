import GithubSlugger from 'github-slugger';
import type { Root } from 'mdast';
import { plainText } from '../model/plain-text.ts';
import { nodesOf } from '../model/walk.ts';

declare module 'mdast' {
  interface HeadingData {
    /** The heading's anchor, unique in the essay. */
    id?: string;
  }
}

/** Ids that the site's page uses itself. A heading with such an id gets a number. */
const taken = ['references', 'footnotes', 'content', 'contents', 'search'];

/** Adds an anchor to every heading, in the same way as GitHub. */
export function remarkHeadings() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    for (const id of taken) slugger.slug(id);
    for (const heading of nodesOf(tree, 'heading')) {
      heading.data = { ...heading.data, id: slugger.slug(plainText(heading).trim()) };
    }
  };
}
