import type { Essay } from '../../model/essay.ts';
import { isAnswer } from '../../model/answer.ts';
import type { Review } from '../../model/review.ts';
import { toAbsolute } from '../../model/url.ts';
import { renderCoverage } from './coverage.ts';
import { createState, linkTo, type Paper, type PreprintState } from './context.ts';
import { renderDrafting } from './drafting.ts';
import { renderEvidence } from './evidence.ts';
import { licenceOf, renderSectionHead, renderTitle, say } from './front-matter.ts';
import { renderSearchLog } from './search-log.ts';

type Renderers = Parameters<typeof createState>[1]['renderers'];

/** Renders the body of a paper of the whole review: the answer, the essays, and their evidence as appendices. */
export function renderReviewBody(review: Review, { paper, renderers }: { paper: Paper; renderers: Renderers }): string {
  const stateOf = (essay: Essay): PreprintState => createState(essay, { depth: 1, paper, renderers });
  const essays = review.essays.toSorted((a, b) => Number(isAnswer(b)) - Number(isAnswer(a)));
  const sections = essays.map((essay) => {
    const state = stateOf(essay);
    return `${renderSectionHead(essay, state)}\n\n${state.renderBlocks(essay.tree.children, state)}`;
  });
  const { file } = review.config;
  const state = createState(
    { path: file, slug: 'review', tree: { type: 'root', children: [] } },
    { depth: 1, paper, renderers },
  );
  const appendices = [renderEvidence, renderCoverage, renderSearchLog, renderDrafting]
    .map((render) => render(review, state))
    .filter((appendix) => appendix !== '');
  return [renderHead(review, state), ...sections, '\\appendix', ...appendices].join('\n\n');
}

function renderHead({ config, essays }: Review, state: PreprintState): string {
  const { title, abstract } = config.value;
  const sayField = (text: string, field: string): string => say(text, state, config.positionOf([field]));
  const authors = [...new Set(essays.flatMap(({ frontmatter }) => frontmatter.authors))];
  const updated =
    essays
      .map(({ frontmatter }) => frontmatter.updated)
      .toSorted()
      .at(-1) ?? '';
  const url = toAbsolute('/', config.value);
  const canonical = `${say(state.strings.preprint.canonical, state)} ${linkTo(url, say(url, state), state)}.`;
  return [
    renderTitle({ title: sayField(title, 'title'), authors, updated }, state),
    `\\begin{abstract}\n\\noindent ${sayField(abstract, 'abstract')}\n\\end{abstract}`,
    `\\begin{quotedtext}\\small\n${canonical} ${licenceOf(state)}\n\\end{quotedtext}`,
    '\\tableofcontents',
  ].join('\n\n');
}
