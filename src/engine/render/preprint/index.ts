import type { Essay } from '../../model/essay.ts';
import type { Message } from '../../model/message.ts';
import type { Review } from '../../model/review.ts';
import { renderBlocks, renderPhrasing } from './blocks.ts';
import { createPaper, createState, type Paper, type PreprintContext } from './context.ts';
import { renderEssayHead } from './front-matter.ts';
import { renderPreamble } from './preamble.ts';
import { renderReviewBody } from './review.ts';

export type { PreprintContext } from './context.ts';

/** A paper as source for `pdflatex`, and messages about content that cannot be printed. */
export type Preprint = { tex: string; messages: Message[] };

const renderers = { renderBlocks, renderPhrasing };

/** Renders an essay as a separate paper. */
export function renderPreprint(essay: Essay, context: PreprintContext): Preprint {
  const paper = createPaper(context, [essay.slug]);
  const state = createState(essay, { depth: 0, paper, renderers });
  const body = `${renderEssayHead(essay, state)}\n\n${state.renderBlocks(essay.tree.children, state)}`;
  return { tex: toDocument(body, { paper, isReview: false }), messages: paper.messages };
}

/** Renders the whole review as one paper. Pass the part of a review that is shown. */
export function renderReviewPreprint(review: Review, context: PreprintContext): Preprint {
  const paper = createPaper(
    context,
    review.essays.map(({ slug }) => slug),
  );
  const body = renderReviewBody(review, { paper, renderers });
  return { tex: toDocument(body, { paper, isReview: true }), messages: paper.messages };
}

const toDocument = (body: string, options: { paper: Paper; isReview: boolean }): string =>
  `${renderPreamble(options)}\n\n\\begin{document}\n${body}\n\\end{document}\n`;
