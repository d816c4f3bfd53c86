import type { Domain, Review } from '../../model/review.ts';
import type { Search } from '../../model/search.ts';
import { countFlow } from '../../model/search-flow.ts';
import { section, subsection } from './appendix.ts';
import type { PreprintState } from './context.ts';
import { say } from './front-matter.ts';

/** Renders the search log as an appendix: the scope of each literature, and its searches. Empty without searches. */
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
  const { searching } = state.strings;
  const shown = review.searches.value.domains[id] ?? [];
  const { searches, found, screened } = countFlow({
    searches: review.hiddenSearches.get(id) ?? [],
    cites: [],
    others: [],
  });
  return [
    subsection(name, state),
    say(covers, state),
    ...groupsOf(shown).map((group) => renderGroup(group, review, state)),
    ...(searches === 0 ? [] : [say(searching.hidden(searches, found, screened), state)]),
  ].join('\n\n');
}

/** Groups consecutive searches of the same day and source. */
function groupsOf(searches: readonly Search[]): Search[][] {
  const groups: Search[][] = [];
  for (const search of searches) {
    const [first] = groups.at(-1) ?? [];
    if (first?.on === search.on && first.where === search.where) groups.at(-1)?.push(search);
    else groups.push([search]);
  }
  return groups;
}

/** Renders "24 November 2026, pages: “words” (8 found and looked at; gave Binz et al., 2026); …". */
function renderGroup(group: readonly Search[], review: Review, state: PreprintState): string {
  const [first] = group;
  if (first === undefined) return '';
  const head = `\\textbf{${say(`${state.strings.day(first.on)}, ${first.where}`, state)}:}`;
  return `{\\footnotesize\\noindent${head} ${say(group.map((search) => describe(search, review, state)).join(' · '), state)}\\par}`;
}

function describe(
  { words, found, screened, kept }: Search,
  { formatted, library }: Review,
  { strings: { searching } }: PreprintState,
): string {
  const works = kept.filter((key) => library.has(key)).map((key) => formatted.get(key)?.short ?? key);
  const gave = works.length === 0 ? searching.gaveNothing : `${searching.gave} ${works.join('; ')}`;
  return `“${words}” (${searching.logged(found, screened)}; ${gave})`;
}
