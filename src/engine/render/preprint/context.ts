import type { FootnoteDefinition, RootContent } from 'mdast';
import type { Position } from 'unist';
import type { Essay } from '../../model/essay.ts';
import { createMessage, type Message } from '../../model/message.ts';
import type { Author, ReviewConfig } from '../../model/review.ts';
import type { ParserRule } from '../../model/rules/index.ts';
import { stringsOf, type Strings } from '../../model/strings/index.ts';
import { toAbsolute } from '../../model/url.ts';
import { footnoteDefinitionsOf } from '../../model/walk.ts';
import { escapeTex, escapeUrl, toLabel } from './escape.ts';

/** The context in which essays are rendered as a paper. */
export type PreprintContext = {
  config: ReviewConfig;
  authors: readonly Author[];
  /**
   * Paths of pictures relative to the folder of the paper, by path of the source from the project's root:
   * `figures/x.pdf`.
   */
  figures: ReadonlyMap<string, string>;
};

/** State shared by the renderers of one paper. */
export type Paper = {
  context: PreprintContext;
  strings: Strings;
  /** Slugs of the essays in this paper, between which links are internal. */
  slugs: ReadonlySet<string>;
  /** Names of KaTeX macros that the preamble must define. */
  macros: Set<string>;
  messages: Message[];
};

/** State of the renderers of an essay: its paper, the notes so far, and the current position. */
export type PreprintState = Paper & {
  /** The text's path from the project's root, and the prefix of its labels. */
  path: string;
  slug: string;
  /** Levels by which headings are lowered: 0 if the essay is the paper, 1 if it is a section. */
  depth: 0 | 1;
  definitions: ReadonlyMap<string, FootnoteDefinition>;
  /** Numbers of the notes referenced so far, by identifier. */
  noteNumbers: Map<string, number>;
  /** Notes to print after the outermost block; null if a note may follow its mark. */
  notes: string[] | null;
  /** Within a list, a quotation, a frame or a note: no floats there, and no tables with page breaks. */
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

/** Creates the initial state of a text. */
export const createState = (
  { path, slug, tree }: Pick<Essay, 'path' | 'slug' | 'tree'>,
  { depth, paper, renderers }: { depth: 0 | 1; paper: Paper; renderers: Renderers },
): PreprintState => ({
  ...paper,
  ...renderers,
  path,
  slug,
  depth,
  definitions: footnoteDefinitionsOf(tree),
  noteNumbers: new Map(),
  notes: null,
  isNested: false,
  isStruck: false,
});

/** Adds a message about the essay. */
export function report(state: PreprintState, rule: ParserRule, reason: string, position: Position | undefined): void {
  state.messages.push(createMessage(rule, reason, { file: state.path, position }));
}

/** `position` is the position of the text in the essay. */
type PrintOptions = { position?: Position | undefined; isCode?: boolean };

/** Escapes text of the essay for TeX. Reports each character that cannot be printed. */
export const print = (text: string, state: PreprintState, { position, isCode = false }: PrintOptions): string =>
  escapeTex(text, {
    isCode,
    onUnprintable: (character) =>
      report(state, 'unprintable-character', reasonOf(character), positionIn(text, character, position)),
  });

export const reasonOf = (character: string): string =>
  `Unknown character \`${character}\` for pdflatex: expected Latin letters, or a symbol that TeX has a command for; write it in words or as a formula`;

/** Returns the position of a character in a text; that of the whole text if its source has escapes. */
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

/** Returns the label of an anchor of an essay, or of the essay's beginning. */
export const labelOf = (slug: string, ...anchor: readonly string[]): string => toLabel(slug, ...anchor);

/** Renders a link to an anchor or a page, internal if the paper contains the target. `words` are TeX. */
export function linkTo(url: string, words: string, state: PreprintState): string {
  const page = url.startsWith('#') ? `/essays/${state.slug}/${url}` : url;
  const [, slug, anchor] = /^\/essays\/([^/#]+)\/(?:#(.+))?$/.exec(page) ?? [];
  if (slug !== undefined && state.slugs.has(slug))
    return `\\hyperlink{${anchor === undefined ? labelOf(slug) : labelOf(slug, anchor)}}{${words}}`;
  const address = page.startsWith('/') ? toAbsolute(page, state.context.config) : page;
  return `\\href{${escapeUrl(address)}}{${words}}`;
}
