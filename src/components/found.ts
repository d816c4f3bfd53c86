/** Kinds of results. Groups of equal strength appear in this order. */
export const kinds = ['Essay', 'Finding', 'Work', 'Term', 'Page', 'Guide'] as const;
export type Kind = (typeof kinds)[number];

/** Text in parts. Those that match the query are marked. */
export type Marked = { text: string; isMatch: boolean }[];

/** How likely it is that a result was meant, in ascending order. */
const strengths = ['passage', 'phrase', 'name', 'identifier'] as const;
export type Strength = (typeof strengths)[number];

type Hit = { url: string; title: string; excerpt: Marked };

/**
 * A result. `sections` are the matching sections of an essay. `quiet` is shown after its title: a work's "Kaplan et
 * al., 2020".
 */
export type Found = Hit & { kind: Kind; quiet: string; sections: Hit[]; strength: Strength };

/** Merges the results of two searches, each URL once. Results by name come before passages. */
export function mergeFound(named: readonly Found[], passages: readonly Found[]): Found[] {
  const byUrl = new Map(passages.map((found) => [found.url, found]));
  const known = new Set(named.flatMap(({ url, sections }) => [url, ...sections.map((section) => section.url)]));
  const isNew = ({ url }: Hit): boolean => !known.has(url);
  const merged = named.map((found) => {
    const same = byUrl.get(found.url);
    if (same === undefined) return found;
    const excerpt = found.excerpt.length === 0 ? same.excerpt : found.excerpt;
    return { ...found, excerpt, sections: [...found.sections, ...same.sections.filter(isNew)] };
  });
  const rest = passages.filter(isNew).flatMap((found) => {
    const sections = found.sections.filter(isNew);
    // The page is omitted if all of its sections are already listed by name.
    return sections.length === 0 && found.sections.length > 0 ? [] : [{ ...found, sections }];
  });
  return [...merged, ...rest];
}

/** Groups results by kind. The group with the strongest result is first, groups with passages only are last. */
export function groupFound(results: readonly Found[]): [Kind, Found[]][] {
  const groups = Map.groupBy(results, ({ kind }) => kind);
  const rankOf = (kind: Kind): number =>
    Math.max(...(groups.get(kind) ?? []).map(({ strength }) => strengths.indexOf(strength)));
  const used = kinds.filter((kind) => groups.has(kind));
  const best = Math.max(...used.map(rankOf));
  const [first] = used.filter((kind) => rankOf(kind) === best);
  const placeOf = (kind: Kind): number => (kind === first ? 0 : rankOf(kind) > 0 ? 1 : 2);
  return used.toSorted((a, b) => placeOf(a) - placeOf(b)).map((kind) => [kind, groups.get(kind) ?? []]);
}
