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

/** Ids that the site's page uses for itself: a heading of that name gets a number. */
const taken = ['references', 'footnotes', 'content', 'contents', 'search'];

/** Gives every heading its anchor, as GitHub would. */
export function remarkHeadings() {
  return (tree: Root): void => {
    const slugger = new GithubSlugger();
    for (const id of taken) slugger.slug(id);
    for (const heading of nodesOf(tree, 'heading')) {
      heading.data = { ...heading.data, id: slugger.slug(plainText(heading).trim()) };
    }
  };
}
