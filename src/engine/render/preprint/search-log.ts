import type { Domain, Review } from '../../model/review.ts';
import type { Search } from '../../model/search.ts';
import { countFlow } from '../../model/search-flow.ts';
import { renderRows, section, subsection } from './appendix.ts';
import type { PreprintState } from './context.ts';
import { say } from './front-matter.ts';

/** The log of searches as an appendix: of each literature what it covers, and its searches. Empty without searches. */
export function renderSearchLog(review: Review, state: PreprintState): string {
  const { domains, searches } = review;
  const parts = domains.value
    .filter(({ id }) => (searches.value.domains[id]?.length ?? 0) + (review.hiddenSearches.get(id)?.length ?? 0) > 0)
    .map((domain) => renderDomain(domain, review, state));
  if (parts.length === 0) return '';
  const about = searches.value.about === undefined ? [] : [say(searches.value.about, state)];
  return [section(state.strings.preprint.searchLog, state), ...about, ...parts].join('\n\n');
}

function renderDomain({ id, name, covers }: Domain, review: Review, state: PreprintState): string {
  const { searching, preprint } = state.strings;
  const shown = review.searches.value.domains[id] ?? [];
  const { searches, found, screened } = countFlow({
    searches: review.hiddenSearches.get(id) ?? [],
    cites: [],
    others: [],
  });
  const { columns } = searching;
  const head = [preprint.day, preprint.where, preprint.words, columns.found, columns.screened, columns.kept];
  return [
    subsection(name, state),
    say(covers, state),
    ...(shown.length === 0
      ? []
      : [
          renderRows(
            head,
            shown.map((search) => rowOf(search, review)),
            state,
          ),
        ]),
    ...(searches === 0 ? [] : [say(searching.hidden(searches, found, screened), state)]),
  ].join('\n\n');
}

function rowOf({ on, where, words, found, screened, kept }: Search, { formatted, library }: Review): string[] {
  const works = kept.filter((key) => library.has(key)).map((key) => formatted.get(key)?.short ?? key);
  return [on, where, words, String(found), String(screened), works.join('; ')];
}
