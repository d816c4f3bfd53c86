/** Kinds of results. Groups of equal strength appear in this order. */
export const kinds = ['Essay', 'Finding', 'Work', 'Term', 'Page', 'Guide'] as const;
export type Kind = (typeof kinds)[number];

/** Text in parts. Those that match the query are marked. */
export type Marked = { text: string; isMatch: boolean }[];

/** How likely it is that a result was meant, in ascending order. */
const strengths = ['passage', 'phrase', 'name', 'identifier'] as const;
export type Strength = (typeof strengths)[number];

type ResultLink = { url: string; title: string; excerpt: Marked };

/**
 * A result. `sections` are the matching sections of an essay. `quiet` is shown after its title: a work's "Kaplan et
 * al., 2020".
 */
export type Result = ResultLink & { kind: Kind; quiet: string; sections: ResultLink[]; strength: Strength };

/** Merges the results of two searches, each URL once. Results by name come before passages. */
export function mergeResults(named: readonly Result[], passages: readonly Result[]): Result[] {
  const byUrl = new Map(passages.map((passage) => [passage.url, passage]));
  const known = new Set(named.flatMap(({ url, sections }) => [url, ...sections.map((section) => section.url)]));
  const isNew = ({ url }: ResultLink): boolean => !known.has(url);
  const merged = named.map((result) => {
    const passage = byUrl.get(result.url);
    if (passage === undefined) return result;
    const excerpt = result.excerpt.length === 0 ? passage.excerpt : result.excerpt;
    return { ...result, excerpt, sections: [...result.sections, ...passage.sections.filter(isNew)] };
  });
  const rest = passages.filter(isNew).flatMap((passage) => {
    const sections = passage.sections.filter(isNew);
    // The page is omitted if all of its sections are already listed by name.
    return sections.length === 0 && passage.sections.length > 0 ? [] : [{ ...passage, sections }];
  });
  return [...merged, ...rest];
}

/** Groups results by kind. The group with the strongest result is first, groups with passages only are last. */
export function groupResults(results: readonly Result[]): [Kind, Result[]][] {
  const groups = Map.groupBy(results, ({ kind }) => kind);
  const rankOf = (kind: Kind): number =>
    Math.max(...(groups.get(kind) ?? []).map(({ strength }) => strengths.indexOf(strength)));
  const used = kinds.filter((kind) => groups.has(kind));
  const best = Math.max(...used.map(rankOf));
  const [first] = used.filter((kind) => rankOf(kind) === best);
  const positionOf = (kind: Kind): number => {
    if (kind === first) return 0;
    return rankOf(kind) > 0 ? 1 : 2;
  };
  return used.toSorted((a, b) => positionOf(a) - positionOf(b)).map((kind) => [kind, groups.get(kind) ?? []]);
}
