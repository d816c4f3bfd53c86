import type { CompileContext, Extension, Token } from 'mdast-util-from-markdown';
import type { Citation, CitationItem } from '../../model/nodes.ts';
import { parseLocator } from './locators.ts';

/** The mdast extension: tokens of `citationSyntax` → `citation` nodes. */
export function citationFromMarkdown(): Extension {
  return {
    enter: {
      citation(token) {
        const mode = this.sliceSerialize(token).startsWith('[') ? 'parenthetical' : 'narrative';
        this.enter({ type: 'citation', mode, items: [], children: [], occurrence: 0 }, token);
      },
      citationPrefix: enterWords,
      citationSuffix: enterWords,
    },
    exit: {
      citation(token) {
        this.exit(token);
      },
      citationPrefix(token) {
        openItem(this).prefix = exitWords(this, token);
      },
      citationSuffix(token) {
        lastItem(this).suffix = exitWords(this, token);
      },
      citationKey(token) {
        const item = openItem(this);
        const source = this.sliceSerialize(token);
        item.suppressAuthor = source.startsWith('-');
        item.key = source.replace(/^-?@\{?/, '').replace(/\}$/, '');
        item.position = { start: { ...token.start }, end: { ...token.end } };
      },
      citationLocator(token) {
        lastItem(this).locator = parseLocator(this.sliceSerialize(token));
      },
    },
  };
}

function enterWords(this: CompileContext, token: Token): undefined {
  this.enter({ type: 'emphasis', children: [] }, token);
}

/** Removes the words of a prefix or suffix from the tree, because they belong to an item of the citation. */
function exitWords(context: CompileContext, token: Token): CitationItem['prefix'] {
  const words = context.stack.at(-1);
  context.exit(token);
  citationOf(context).children = [];
  return words?.type === 'emphasis' ? words.children : [];
}

function citationOf({ stack }: CompileContext): Citation {
  const citation = stack.findLast((node) => node.type === 'citation');
  if (citation?.type !== 'citation')
    throw new Error('A part of a citation is outside a citation. Report the essay that causes it.');
  return citation;
}

/** Returns the item that a prefix has started, or a new one. */
function openItem(context: CompileContext): CitationItem {
  const { items } = citationOf(context);
  const last = items.at(-1);
  if (last !== undefined && last.key === '') return last;
  const item: CitationItem = {
    type: 'citationItem',
    key: '',
    suppressAuthor: false,
    prefix: [],
    suffix: [],
    locator: null,
  };
  items.push(item);
  return item;
}

const lastItem = (context: CompileContext): CitationItem => citationOf(context).items.at(-1) ?? openItem(context);
