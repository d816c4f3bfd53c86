import type { Paragraph, RootContent } from 'mdast';
import type { Essay } from './essay.ts';
import { plainText } from './plain-text.ts';
import { nodesOf } from './walk.ts';

type Patterns = {
  /** Matches the heading of a section on limits. */
  limits: RegExp;
  /** Matches words that say that something was not read. */
  notRead: RegExp;
};

type Section = { title: string; anchor: string; paragraphs: Paragraph[] };

/**
 * The paragraph in which an essay says what it did not read, without footnotes, and the id of the heading above it.
 *
 * The first paragraph of the section that is named so; else, of the last section on limits, the first that says so, else its
 * first. Null where there is no such section.
 */
export function findNotRead(
  essay: Pick<Essay, 'tree' | 'headings'>,
  { limits, notRead }: Patterns,
): { anchor: string; paragraph: Paragraph } | null {
  const sections = sectionsOf(essay).filter(({ paragraphs }) => paragraphs.length > 0);
  const named = (pattern: RegExp): Section | undefined => sections.findLast(({ title }) => pattern.test(title));
  const section = named(notRead) ?? named(limits);
  const paragraph = section?.paragraphs.find((one) => notRead.test(plainText(one))) ?? section?.paragraphs[0];
  return section === undefined || paragraph === undefined
    ? null
    : { anchor: section.anchor, paragraph: withoutFootnotes(paragraph) };
}

function sectionsOf({ tree, headings }: Pick<Essay, 'tree' | 'headings'>): Section[] {
  const anchors = new Map(nodesOf(tree, 'heading').map((node, index) => [node, headings[index]?.id]));
  const sections: Section[] = [];
  for (const node of tree.children) {
    const anchor = node.type === 'heading' ? anchors.get(node) : undefined;
    if (anchor !== undefined) sections.push({ title: plainText(node), anchor, paragraphs: [] });
    else if (node.type === 'paragraph') sections.at(-1)?.paragraphs.push(node);
  }
  return sections;
}

const isFootnote = (node: RootContent): boolean =>
  node.type === 'footnoteReference' || (node.type === 'component' && node.name === 'Note');

const withoutFootnotes = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  children: paragraph.children.filter((node) => !isFootnote(node)),
});
