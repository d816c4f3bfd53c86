import type { Frontmatter } from '../model/essay.ts';
import type { Check } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const unknownAuthor: Check = {
  id: 'unknown-author',
  level: 'error',
  description:
    'An essay names an author, a reviewer or a person who cleared it, and the id is not in `content/authors.yaml`.',
  remedy: 'Correct the id, or add the person. If no person cleared the essay, write `by: checklist`.',
  check: ({ essays, authors }) => {
    const known = authors.value.map(({ id }) => id);
    return essays.flatMap(({ path, frontmatter, positionOf }) =>
      peopleOf(frontmatter)
        .filter(({ id }) => !known.includes(id))
        .map(({ id, at }) => {
          const reason = `Unknown author \`${id}\`: expected an id of \`${authors.file}\`${suggestionFor(id, known)}`;
          return { file: path, position: positionOf(at), reason };
        }),
    );
  },
};

/** Returns all people that a frontmatter names, with the path of the field. */
function peopleOf({ authors, drafting, clearance }: Frontmatter): { id: string; at: (string | number)[] }[] {
  return [
    ...authors.map((id, index) => ({ id, at: ['authors', index] })),
    ...drafting.reviewedBy.map((id, index) => ({ id, at: ['drafting', 'reviewedBy', index] })),
    ...(clearance.by === undefined || clearance.by === 'checklist'
      ? []
      : [{ id: clearance.by, at: ['clearance', 'by'] }]),
  ];
}
