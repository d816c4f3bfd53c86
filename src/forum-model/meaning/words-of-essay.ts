import type { RootContent } from 'mdast';
import type { Essay } from '../../engine/model/essay.ts';
import type { ComponentNode } from '../../engine/model/nodes.ts';
import { stringsOf } from '../../engine/model/strings/index.ts';
import { addStyle, mark, markFormula, markLink, markStyle, spellAddress, type Style } from './blocks.ts';
import { pageOf, type EssayReading, type PostContext } from './essay-reading.ts';

/** The words of a sentence as a reader takes them, with marks for what is not words. */
export const wordsOf = (nodes: readonly RootContent[], reading: EssayReading, style: Style = []): string =>
  nodes.map((node) => wordOf(node, reading, style)).join('');

function wordOf(node: RootContent, reading: EssayReading, style: Style): string {
  switch (node.type) {
    case 'text':
      return markStyle(node.value, style);
    case 'crossReference':
      return node.essay === null
        ? markStyle(node.value, style)
        : markLink(markStyle(node.value, style), pageOf(`/essays/${node.essay}/#${node.target}`, reading.context));
    case 'inlineMath':
    case 'math':
      return markFormula(node.value, node.type === 'math');
    case 'inlineCode':
      return mark('code', markStyle(node.value, style));
    case 'break':
      return mark('line', 'break');
    case 'delete':
      return wordsOf(node.children, reading, addStyle(style, 'struck'));
    case 'link':
      return markLink(wordsOf(node.children, reading, style), addressOf(node.url, reading));
    case 'citedWork':
      return markLink(wordsOf(node.children, reading, style), addressOfWork(node.key, reading));
    case 'footnoteReference':
      return callOf(node.identifier, reading.definitions.get(node.identifier)?.children ?? [], reading, style);
    case 'component':
      return wordsOfComponent(node, reading, style);
    case 'emphasis':
    case 'strong':
      return wordsOf(node.children, reading, addStyle(style, node.type));
    case 'citation':
      return wordsOf(node.children, reading, style);
    default:
      throw new Error(`No word is called \`${node.type}\`. Say in the forum's model what a reader takes from it.`);
  }
}

/** The words of a component within a sentence; its `content` in the vocabulary is `either`. */
function wordsOfComponent(node: ComponentNode, reading: EssayReading, style: Style): string {
  if (node.name === 'Note') return callNote(node, reading);
  if (node.name === 'Withheld') return withheldText(node, reading, style);
  throw new Error(`No word is called \`${node.name}\`. Say in the forum's model what a reader takes from it.`);
}

/** The mark of the call of a note that stands in the margin: in a post it is a footnote. */
export function callNote({ flow, children, position }: ComponentNode<'Note'>, reading: EssayReading): string {
  const id = `note at ${position?.start.offset}`;
  return reading.call(id, (within) => {
    if (flow) reading.gather(children, within);
    else reading.write({ kind: 'paragraph', within, text: wordsOf(children, reading), position });
  });
}

/** What stands in the place of a withheld part. */
export const withheldText = (
  { props }: ComponentNode<'Withheld'>,
  { context }: EssayReading,
  style: Style = [],
): string =>
  markStyle(`[${stringsOf(context.config.locale).labels.withheld} ${props.reason}]`, addStyle(style, 'emphasis'));

/** A footnote is called once; where the essay calls it again, the post says which one to see. */
function callOf(id: string, body: readonly RootContent[], reading: EssayReading, style: Style): string {
  const number = reading.numberOf(id);
  if (number !== null) return markStyle(stringsOf(reading.context.config.locale).copy.seeNote(String(number)), style);
  return reading.call(id, (within) => reading.gather(body, within));
}

function addressOf(url: string, { essay, context }: EssayReading): string {
  const page = url.startsWith('#') ? `/essays/${essay.slug}/${url}` : url;
  const post = context.posts?.get(/^\/essays\/([^/#]+)\/$/.exec(page)?.[1] ?? '');
  return post ?? (page.startsWith('/') ? pageOf(page, context) : page);
}

/** Addresses of the works that an essay cites, in the spelling of marks. */
export const addressesOfWorks = ({ cites }: Essay, context: PostContext): ReadonlySet<string> =>
  new Set(cites.map((key) => spellAddress(addressOfWork(key, { context }))));

function addressOfWork(key: string, { context }: Pick<EssayReading, 'context'>): string {
  const work = context.library.get(key);
  return work?.link ?? pageOf(`/works/${work?.segment ?? key}/`, context);
}
