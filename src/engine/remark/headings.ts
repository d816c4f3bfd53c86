import GithubSlugger from 'github-slugger';
import type { Heading, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { plainText } from '../model/plain-text.ts';

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
    visit(tree, 'heading', (heading: Heading) => {
      heading.data = { ...heading.data, id: slugger.slug(plainText(heading).trim()) };
    });
  };
}
