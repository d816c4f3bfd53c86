import type { Essay } from '../../model/essay.ts';
import { formatDrafting } from '../../model/origin.ts';
import { isCleared } from '../../model/published.ts';
import { nameOfAuthor, type Author } from '../../model/review.ts';
import { toAbsolute } from '../../model/url.ts';
import { labelOf, linkTo, print, type PreprintState } from './context.ts';
import type { Position } from 'unist';

/** Escapes text of frontmatter or of the review's files for TeX. */
export const say = (text: string, state: PreprintState, position?: Position): string =>
  print(text.replace(/\s+/g, ' ').trim(), state, { position });

/** Renders title, authors, day and abstract of an essay, and its origin. */
export function renderEssayHead(essay: Essay, state: PreprintState): string {
  const { title, standfirst, updated, authors } = essay.frontmatter;
  const about = [...warningOf(essay, state), ...retiredOf(essay, state), originOf(essay, state)].join(' ');
  return [
    renderTitle({ title: say(title, state, essay.positionOf(['title'])), authors, updated }, state) +
      `\\hypertarget{${labelOf(essay.slug)}}{}`,
    `\\begin{abstract}\n\\noindent ${say(standfirst, state, essay.positionOf(['standfirst']))}\n\\end{abstract}`,
    `\\begin{quotedtext}\\small\n${about} ${licenceOf(state)}\n\\end{quotedtext}`,
  ].join('\n\n');
}

/** Renders the beginning of an essay that is a section: its title, and the same facts. */
export function renderSectionHead(essay: Essay, state: PreprintState): string {
  const { title, standfirst, updated, authors } = essay.frontmatter;
  const facts = [
    say(namesOf(authors, state.context.authors).join(', '), state),
    say(`${state.strings.essay.updated} ${state.strings.day(updated)}`, state),
    say(sentenceOf(essay, state), state),
  ].filter((fact) => fact !== '');
  return [
    `\\section{${say(title, state, essay.positionOf(['title']))}}\\hypertarget{${labelOf(essay.slug)}}{}`,
    `\\noindent\\emph{${say(standfirst, state, essay.positionOf(['standfirst']))}}`,
    `\\smallskip\\noindent{\\small ${[...warningOf(essay, state), ...retiredOf(essay, state), facts.join('. ')].join(' ')}\\par}`,
  ].join('\n\n');
}

type Title = { title: string; authors: readonly string[]; updated: string };

/** Renders a title; `title` is TeX, `authors` are ids, `updated` is a day. */
export const renderTitle = ({ title, authors, updated }: Title, state: PreprintState): string =>
  [
    `\\title{${title}}`,
    `\\author{${namesOf(authors, state.context.authors)
      .map((name) => say(name, state))
      .join(' \\and ')}}`,
    `\\date{${say(state.strings.day(updated), state)}}`,
    '\\maketitle',
  ].join('\n');

const namesOf = (ids: readonly string[], authors: readonly Author[]): string[] =>
  ids.map((id) => nameOfAuthor(id, authors));

const warningOf = (essay: Essay, state: PreprintState): string[] =>
  isCleared(essay) ? [] : [`\\textbf{${say(state.strings.copy.notCleared, state)}}`];

/** Renders the notice of a retired essay, with the reason and its replacement. */
function retiredOf({ frontmatter: { retired } }: Essay, state: PreprintState): string[] {
  if (retired === undefined) return [];
  const { strings } = state;
  const head = `\\textbf{${say(strings.retired.head(strings.day(retired.on)), state)}} ${say(retired.reason, state)}`;
  if (retired.replacedBy === undefined) return [head];
  const successor = linkTo(`/essays/${retired.replacedBy}/`, say(strings.retired.replacement, state), state);
  return [`${head} ${say(strings.retired.replacedBy, state)} ${successor}.`];
}

/** Renders "This is a copy, as of …, of the canonical version … It was drafted with a language model (…).". */
function originOf(essay: Essay, state: PreprintState): string {
  const { copy, day } = state.strings;
  const { title } = state.context.config;
  const isRetired = essay.frontmatter.retired !== undefined;
  const url = toAbsolute(`/essays/${essay.slug}/`, state.context.config);
  const canonical = `${say(copy.canonical, state)} (${linkTo(url, say(url, state), state)})`;
  const review = linkTo(toAbsolute('/', state.context.config), say(title, state), state);
  const before = say(copy.asOf(day(essay.frontmatter.updated), isRetired), state);
  return `${before} ${canonical}${say(copy.ofReview(isRetired), state)}${review}${say(copy.end, state)} ${say(sentenceOf(essay, state), state)}`.trim();
}

const sentenceOf = ({ frontmatter }: Essay, { strings }: PreprintState): string =>
  formatDrafting(frontmatter, strings).trim();

/** Renders "Text under CC BY 4.0.". */
export function licenceOf(state: PreprintState): string {
  const { licence } = state.context.config;
  return `${say(state.strings.site.textUnder, state)} ${linkTo(licence.url, say(licence.name, state), state)}.`;
}
