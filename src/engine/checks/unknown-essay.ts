import { answerSlug } from '../model/answer.ts';
import type { Review } from '../model/review.ts';
import type { Check, Problem } from '../model/rule.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';

export const unknownEssay: Check = {
  id: 'unknown-essay',
  level: 'error',
  description:
    'The list `essays` in `review.yaml` contains an essay that has no folder in `content/essays/`, or `replacedBy` of a retired essay names none or the essay itself.',
  remedy: 'Correct the name, or write the essay.',
  check: (review) => [...unknownInList(review), ...unknownSuccessors(review)],
};

function unknownInList({ config: { file, value, positionOf }, slugs }: Review): Problem[] {
  const first = value.essays.filter((slug, index) => value.essays.indexOf(slug) === index);
  // The answer is always the first text of the sequence, and is not listed.
  const known = slugs.filter((slug) => slug !== answerSlug);
  return first
    .filter((slug) => !known.includes(slug))
    .map((slug) => ({
      file,
      position: positionOf(['essays', value.essays.indexOf(slug)]),
      reason: slug === answerSlug ? answerReason : reasonFor(slug, known),
    }));
}

function unknownSuccessors({ essays, slugs }: Review): Problem[] {
  return essays.flatMap(({ slug, path, frontmatter: { retired }, positionOf }) => {
    const others = slugs.filter((other) => other !== slug);
    const successor = retired?.replacedBy;
    if (successor === undefined || others.includes(successor)) return [];
    return [{ file: path, position: positionOf(['retired', 'replacedBy']), reason: reasonFor(successor, others) }];
  });
}

const answerReason = `Invalid essay \`${answerSlug}\`: expected no answer in the list, because it always comes first`;

function reasonFor(slug: string, slugs: readonly string[]): string {
  const expected = slugs.length === 0 ? 'a folder of `content/essays/`' : oneOf(slugs);
  return `Unknown essay \`${slug}\`: expected ${expected}${suggestionFor(slug, slugs)}`;
}
