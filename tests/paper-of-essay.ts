import type { FootnoteDefinition, FootnoteReference, ListItem, Nodes, RootContent } from 'mdast';
import { posix } from 'node:path';
import { reasonsIn } from '../src/engine/model/certainty.ts';
import type { Essay } from '../src/engine/model/essay.ts';
import { evidenceBlocksOf } from '../src/engine/model/evidence-table.ts';
import { formatReasons } from '../src/engine/model/finding-words.ts';
import type { ComponentNode } from '../src/engine/model/nodes.ts';
import { en } from '../src/engine/model/strings/en.ts';
import { foldTex } from '../src/engine/model/tex.ts';
import { nodesOf } from '../src/engine/model/walk.ts';
import { mathCommands } from '../src/engine/render/preprint/math-characters.ts';
import { withoutGathered, type ReadPaper } from './read-latex.ts';

type State = { essay: Essay; numbers: Map<string, number>; notes: string[] };

/** Returns the expected content of an essay's paper, read from its tree. */
export function paperOf(essay: Essay): ReadPaper {
  const state: State = { essay, numbers: new Map(), notes: [] };
  const text = wordsOf(essay.tree.children, state);
  return { text: collapse(text), notes: state.notes.map(collapse) };
}

/** Invisible characters are not compared. */
const invisible = /\u00ad|[\u200b-\u200f]|\u2060|\ufe0e|\ufe0f|\ufeff/g;

const collapse = (text: string): string => text.replace(invisible, '').normalize('NFKC').replace(/\s+/g, '');

const wordsOf = (nodes: readonly Nodes[], state: State): string => nodes.map((node) => read(node, state)).join(' ');

/** Returns a text with the characters that the paper prints as formulas. */
const printed = (text: string): string =>
  text.replace(/[^\0-\x7f]/gu, (sign) =>
    mathCommands.has(sign) && !inTextMode.test(sign) ? `⟦${mathCommands.get(sign)}⟧` : sign,
  );
/** Characters that are printed in text mode. */
const inTextMode = /[×÷±·°µ¬…]/u;

const joined = (nodes: readonly Nodes[], state: State): string => nodes.map((node) => read(node, state)).join('');

function read(node: Nodes, state: State): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return printed(node.value);
    case 'inlineMath':
    case 'math':
      return `⟦${withoutGathered(texOf(node.value))}⟧`;
    case 'crossReference':
      return node.essay === null
        ? node.value.replace(/^([\p{L} ]*)\d+/u, `$1⟦ref ${state.essay.slug}:${node.target}⟧`)
        : printed(node.value);
    case 'citedWork':
      return `⟪${state.essay.slug}:ref-${node.key}⟫${joined(node.children, state)}`;
    case 'thematicBreak':
      return '***';
    case 'references':
      return `${en.labels.references} ${wordsOf(node.children, state)}`;
    case 'listItem':
      return checkboxOf(node) + wordsOf(node.children, state);
    case 'footnoteReference':
      return note(node.identifier, definitionOf(node, state)?.children ?? [], state);
    case 'footnoteDefinition':
    case 'yaml':
      return '';
    case 'component':
      return readComponent(node, state);
    default:
      return 'children' in node ? joined(node.children, state) : ' ';
  }
}

function checkboxOf({ checked }: ListItem): string {
  if (typeof checked !== 'boolean') return '';
  return checked ? '⟦\\boxtimes⟧' : '⟦\\square⟧';
}

const definitionOf = ({ identifier }: FootnoteReference, { essay }: State): FootnoteDefinition | undefined =>
  nodesOf(essay.tree, 'footnoteDefinition').find((definition) => definition.identifier === identifier);

const texOf = (tex: string): string =>
  foldTex(tex).replace(/[^\0-\x7f]/gu, (sign) => (mathCommands.has(sign) ? `{${mathCommands.get(sign)}}` : sign));

function note(id: string, children: readonly RootContent[], state: State): string {
  const known = state.numbers.get(id);
  const number = known ?? state.numbers.size + 1;
  if (known === undefined) {
    state.numbers.set(id, number);
    state.notes[number - 1] = '';
    state.notes[number - 1] = wordsOf(children, state);
  }
  return `⟦note ${number}⟧`;
}

function readComponent(node: ComponentNode, state: State): string {
  const inside = (children: readonly RootContent[] = node.children): string => wordsOf(children, state);
  switch (node.name) {
    case 'Figure':
      return `${printed(node.props.alt)}${withEnd(node.children, printed(node.props.credit ?? ''), state)}`;
    case 'Chart': {
      const path = node.data?.chart?.dataPath;
      return `${printed(node.props.alt)}${withEnd(node.children, path === undefined ? '' : `Data: ${posix.basename(path)}`, state)}`;
    }
    case 'Table':
      return inside(withCaptionFirst(node.children));
    case 'Note':
      return note(`note at ${node.position?.start.offset}`, node.children, state);
    case 'Details':
      return `${printed(node.props.summary)}${/[.:?!]$/.test(node.props.summary) ? '' : '.'} ${inside()}`;
    case 'Callout':
      return `${en.callouts[node.props.kind]} ${inside()}`;
    case 'Theorem':
      return `${printed(node.props.title ?? '')} ${inside()}`;
    case 'Finding': {
      const { direction, certainty, because, consideration } = node.props;
      const question = printed(node.data?.question ?? consideration);
      const head = `${en.finding.directions[direction]}·${en.finding.certainties[certainty]}·${en.finding.bearsOn}${question}`;
      return `${head} ${inside()} ${formatReasons(reasonsIn(because), en)}`;
    }
    case 'EvidenceMap':
      return node.data?.map === undefined ? '' : wordsOf(evidenceBlocksOf(node.data.map, en), state);
    case 'Embed':
      return `${printed(node.props.title)} (${node.props.src}).`;
    case 'Withheld':
      return `[Withheld. ${printed(node.props.reason)}]`;
    default:
      return node.flow ? inside() : joined(node.children, state);
  }
}

/** Returns the content of a `Table` in the order of the paper: the first paragraph of the caption above the table. */
function withCaptionFirst(children: readonly RootContent[]): RootContent[] {
  const isTable = ({ type }: RootContent): boolean => type === 'table';
  const tables = children.filter(isTable);
  const caption = children.filter((child) => !isTable(child));
  return caption[0]?.type === 'paragraph' ? [caption[0], ...tables, ...caption.slice(1)] : [...tables, ...caption];
}

/** Returns a caption. `end` ends its only paragraph or follows its last block. */
const withEnd = (children: readonly RootContent[], end: string, state: State): string =>
  ` ${wordsOf(children, state)} ${end}`;
