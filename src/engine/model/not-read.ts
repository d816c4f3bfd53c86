import type { Paragraph, RootContent } from 'mdast';
import type { Essay } from './essay.ts';
import { isNote } from './nodes.ts';
import { plainText } from './plain-text.ts';
import { nodesOf } from './walk.ts';

type Patterns = {
  /** Matches the heading of a section on limits. */
  limits: RegExp;
  /** Matches a statement that something was not read. */
  notRead: RegExp;
};

type Section = { title: string; anchor: string; paragraphs: Paragraph[] };

/**
 * Finds the paragraph in which an essay states what it did not read, without footnotes, and the id of the heading above
 * it.
 *
 * The section is the last one whose heading says so, else the last one on limits. The paragraph is the first of the
 * section that says so, else its first. Null if there is no such section.
 */
export function findNotRead(
  essay: Pick<Essay, 'tree' | 'headings'>,
  { limits, notRead }: Patterns,
): { anchor: string; paragraph: Paragraph } | null {
  const sections = sectionsOf(essay).filter(({ paragraphs }) => paragraphs.length > 0);
  const named = (pattern: RegExp): Section | undefined => sections.findLast(({ title }) => pattern.test(title));
  const section = named(notRead) ?? named(limits);
  const paragraph =
    section?.paragraphs.find((candidate) => notRead.test(plainText(candidate))) ?? section?.paragraphs[0];
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

const isFootnote = (node: RootContent): boolean => node.type === 'footnoteReference' || isNote(node);

const withoutFootnotes = (paragraph: Paragraph): Paragraph => ({
  ...paragraph,
  children: paragraph.children.filter((node) => !isFootnote(node)),
});
