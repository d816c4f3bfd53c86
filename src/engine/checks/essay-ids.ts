import type { Essay } from '../model/essay.ts';
import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { suggestionFor } from '../model/suggestion.ts';

type Named = { path: (string | number)[]; id: string; known: readonly string[]; rule: string; file: string };

/** Domain, authors and reviewers of an essay exist. */
export function checkEssayIds({ essays, domains, authors }: Review): Message[] {
  const domainIds = domains.value.map(({ id }) => id);
  const authorIds = authors.value.map(({ id }) => id);
  return essays.flatMap((essay) => {
    const { domain, authors: writers, drafting, clearance } = essay.frontmatter;
    const author = { known: authorIds, rule: 'unknown-author', file: authors.file };
    return [
      { path: ['domain'], id: domain, known: domainIds, rule: 'unknown-domain', file: domains.file },
      ...writers.map((id, index) => ({ path: ['authors', index], id, ...author })),
      ...drafting.reviewedBy.map((id, index) => ({ path: ['drafting', 'reviewedBy', index], id, ...author })),
      ...(clearance.by === undefined || clearance.by === 'checklist' ? [] : [{ path: ['clearance', 'by'], id: clearance.by, ...author }]),
    ].flatMap((named) => checkId(named, essay));
  });
}

function checkId({ path, id, known, rule, file }: Named, essay: Essay): Message[] {
  if (known.includes(id)) return [];
  const reason = `Unexpected id \`${id}\`, expected one of \`${file}\`${suggestionFor(id, known)}`;
  return [createMessage(rule, reason, { file: essay.path, position: essay.positionOf(path) })];
}
