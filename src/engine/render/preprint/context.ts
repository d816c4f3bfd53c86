import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Essay } from '../../model/essay.ts';
import { createMessage, type Message } from '../../model/message.ts';
import type { Author, ReviewConfig } from '../../model/review.ts';
import type { ParserRule } from '../../model/rules/index.ts';
import { stringsOf, type Strings } from '../../model/strings/index.ts';
import { toAbsolute } from '../../model/url.ts';
import { nodesOf } from '../../model/walk.ts';
import { escapeTex, escapeUrl, toLabel } from './escape.ts';

/** What a paper needs beyond its essays. */
export type PreprintContext = {
  config: ReviewConfig;
  authors: readonly Author[];
  /** Paths of pictures from the folder of the paper, by path of the source from the project's root: `figures/x.pdf`. */
  figures: ReadonlyMap<string, string>;
};

/** What the renderers of one paper share. */
export type Paper = {
  context: PreprintContext;
  strings: Strings;
  /** Slugs of the essays in this paper: links between them stay inside. */
  slugs: ReadonlySet<string>;
  /** Names of KaTeX's macros that the preamble has to define. */
  macros: Set<string>;
  messages: Message[];
};

/** What the renderers of an essay share: its paper, the notes so far, and where they are in it. */
export type PreprintState = Paper & {
  /** The text's path from the project's root, and what its labels begin with. */
  path: string;
  slug: string;
  /** Levels by which headings are lower than in the essay: 0 where it is the paper, 1 where it is a section. */
  depth: 0 | 1;
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the notes that were referred to so far, by identifier. */
  noteNumbers: Map<string, number>;
  /** Notes that are printed after the outermost block; null where a note may follow its mark. */
  notes: string[] | null;
  /** Within a list, a quotation, a frame or a note: nothing floats there, and no table breaks. */
  isNested: boolean;
  /** Within struck text. */
  isStruck: boolean;
  renderBlocks: (nodes: readonly RootContent[], state: PreprintState) => string;
  renderPhrasing: (nodes: readonly RootContent[], state: PreprintState) => string;
};

type Renderers = Pick<PreprintState, 'renderBlocks' | 'renderPhrasing'>;

export const createPaper = (context: PreprintContext, slugs: readonly string[]): Paper => ({
  context,
  strings: stringsOf(context.config.locale),
  slugs: new Set(slugs),
  macros: new Set(),
  messages: [],
});

/** The state in which a text begins. */
export const createState = (
  { path, slug, tree }: Pick<Essay, 'path' | 'slug' | 'tree'>,
  { depth, paper, renderers }: { depth: 0 | 1; paper: Paper; renderers: Renderers },
): PreprintState => ({
  ...paper,
  ...renderers,
  path,
  slug,
  depth,
  definitions: new Map(nodesOf(tree, 'footnoteDefinition').map((note) => [note.identifier, note])),
  noteNumbers: new Map(),
  notes: null,
  isNested: false,
  isStruck: false,
});

/** Adds a message about a text of the essay. */
export function report(state: PreprintState, rule: ParserRule, reason: string, position: Position | undefined): void {
  state.messages.push(createMessage(rule, reason, { file: state.path, position }));
}

/** `position` is that of the text in the essay. */
type PrintOptions = { position?: Position | undefined; isCode?: boolean };

/** Text of the essay as TeX; reports each character that cannot be printed. */
export const print = (text: string, state: PreprintState, { position, isCode = false }: PrintOptions): string =>
  escapeTex(text, {
    isCode,
    onUnprintable: (character) =>
      report(state, 'unprintable-character', reasonOf(character), positionIn(text, character, position)),
  });

export const reasonOf = (character: string): string =>
  `Unknown character \`${character}\` for pdflatex: expected Latin letters, or a symbol that TeX has a command for; write it in words or as a formula`;

/** Where a character of a text stands; the whole text where its source has escapes. */
function positionIn(text: string, character: string, position: Position | undefined): Position | undefined {
  if (position === undefined) return undefined;
  const { start, end } = position;
  const index = text.indexOf(character);
  if (start.line !== end.line || end.column - start.column !== text.length || index < 0) return position;
  const column = start.column + index;
  return {
    start: { line: start.line, column },
    end: { line: start.line, column: column + character.length },
  };
}

/** The label of an anchor of an essay, or of its beginning. */
export const labelOf = (slug: string, ...anchor: readonly string[]): string => toLabel(slug, ...anchor);

/** A link to an anchor or a page; inside the paper where the paper has it. `words` are TeX. */
export function linkTo(url: string, words: string, state: PreprintState): string {
  const page = url.startsWith('#') ? `/essays/${state.slug}/${url}` : url;
  const [, slug, anchor] = /^\/essays\/([^/#]+)\/(?:#(.+))?$/.exec(page) ?? [];
  if (slug !== undefined && state.slugs.has(slug))
    return `\\hyperlink{${anchor === undefined ? labelOf(slug) : labelOf(slug, anchor)}}{${words}}`;
  const address = page.startsWith('/') ? toAbsolute(page, state.context.config) : page;
  return `\\href{${escapeUrl(address)}}{${words}}`;
}
