import type { Essay } from '../../model/essay.ts';
import type { Review } from '../../model/review.ts';
import { countFlow } from '../../model/search-flow.ts';
import { lastSearchOf, searchesOf } from '../../model/search-age.ts';
import { coverageOf } from '../../model/support-pairs.ts';
import { renderRows, section, subsection } from './appendix.ts';
import type { PreprintState } from './context.ts';
import { say } from './front-matter.ts';

/** Renders the appendix on searches and checks. */
export const renderCoverage = (review: Review, state: PreprintState): string =>
  [
    section(state.strings.coverage.title, state),
    ...audits(review, state),
    ...readings(review, state),
    ...searching(review, state),
  ].join('\n\n');

/** Renders the results of audits: how often sentences were found wrong. */
function audits({ audits: { value } }: Review, state: PreprintState): string[] {
  const { coverage } = state.strings;
  const results = value.audits.flatMap(({ date, drawn, how, by, major, minor }) => [
    say(coverage.audit(state.strings.day(date), drawn, how, by), state),
    renderRows(
      ['', coverage.found],
      [
        [coverage.major, `${major}`],
        [coverage.any, `${major + minor}`],
      ],
      state,
    ),
  ]);
  return [subsection(coverage.audits, state), ...(results.length === 0 ? [say(coverage.noAudit, state)] : results)];
}

/** Renders the reading of sources, by essay. */
function readings(review: Review, state: PreprintState): string[] {
  const { coverage, support } = state.strings;
  const rows = review.essays.flatMap((essay) => {
    const counted = coverageOf(essay);
    if (counted === null) return [];
    const { pairs, checked, partly, readings: read } = counted;
    const numbers = [pairs, checked, partly, read['full-text'], read.excerpt, read.abstract, read.retelling];
    return [[nameOf(essay, review), ...numbers.map(String)]];
  });
  const columns = [support.read['full-text'], support.read.excerpt, support.read.abstract, support.read.retelling];
  const head = [coverage.essay, coverage.pairs, coverage.checked, coverage.partly, ...columns];
  return [
    subsection(coverage.readings, state),
    ...(rows.length === 0
      ? [say(coverage.noSupport, state)]
      : [say(coverage.readingsNote, state), renderRows(head, rows, state)]),
  ];
}

/** Renders the search flow of each essay. */
function searching(review: Review, state: PreprintState): string[] {
  const { searching: words } = state.strings;
  const ids = review.domains.value.map(({ id }) => id);
  const rows = review.essays.flatMap((essay) => {
    const { frontmatter, cites } = essay;
    const { domain } = frontmatter;
    if (domain === null) return [];
    const searches = searchesOf(domain, review);
    const others = ids.filter((id) => id !== domain).flatMap((id) => searchesOf(id, review));
    const flow = countFlow({ searches, cites, others });
    const { found, screened, kept, keptAndCited, fromOthers, beforeLog, cited } = flow;
    const numbers = [flow.searches, found, screened, kept, keptAndCited, fromOthers, beforeLog, cited];
    return [[nameOf(essay, review), ...numbers.map(String), lastSearchOf(frontmatter, searches)]];
  });
  const { columns } = words;
  const head = [
    words.essay,
    ...[columns.searches, columns.found, columns.screened, columns.kept, columns.keptAndCited],
    ...[columns.fromOthers, columns.beforeLog, columns.cited, columns.lastSearch],
  ];
  if (rows.length === 0) return [];
  return [subsection(words.title, state), say(words.logNote, state), renderRows(head, rows, state)];
}

/** Returns the name of an essay for a narrow column: its literature, if it is the only essay on it, else its title. */
function nameOf({ frontmatter: { domain, title } }: Essay, { domains, essays }: Review): string {
  const name = domains.value.find(({ id }) => id === domain)?.name;
  const isOnly = essays.filter((essay) => essay.frontmatter.domain === domain).length === 1;
  return name !== undefined && isOnly ? name : title;
}
