import { fillEvidenceMaps } from '../../engine/fill-evidence-maps.ts';
import { shownPart } from '../../engine/model/published.ts';
import type { Review } from '../../engine/model/review.ts';
import { createParseCache, type ParsedReview, type ParseSteps, type Sources } from '../../engine/parse-review.ts';
import { parseCheckedReview, readSources } from '../../engine/read-review.ts';

/** The review that pages show. It is read on first use, and again on request. */
export type LiveReview = {
  /** Includes drafts. */
  read: () => ParsedReview;
  /**
   * Reads the disk again. Returns null if nothing has changed. Never throws: `read` throws later.
   *
   * While files may be incomplete (not `settled`), a broken review is ignored.
   */
  refresh: (options: { settled: boolean }) => Refreshed | null;
};

export type Refreshed = {
  /** Returns true if an essay with this slug may have a new text. */
  isChanged: (slug: string) => boolean;
  /** False if the review was broken before or is now. */
  staysWhole: boolean;
};

/** Called with each parsed review after a pause. */
export type WhenRead = (parsed: ParsedReview) => void;

const idleMs = 500;

type Options = { review: Review | null; steps?: ParseSteps | undefined; whenRead?: WhenRead | undefined };

/** The last review that was read, and what it was parsed from: null if it was given. */
type Current = ParsedReview & { sources: Sources | null };

/** Starts with the given review, or reads it from disk. */
export function createLiveReview(root: string, { review: givenReview, steps, whenRead }: Options): LiveReview {
  const cache = createParseCache(steps && { steps });
  let current: Current | null = givenReview && currentOf(givenReview);
  const parse = (sources: Sources): Current => {
    const parsed = parseCheckedReview(sources, cache, { least: 'error', today: null });
    if (whenRead !== undefined) setTimeout(() => whenRead(parsed), idleMs).unref();
    const { review, ...rest } = parsed;
    return { review: review && fillEvidenceMaps(shownPart(review, { drafts: true })), ...rest, sources };
  };
  return {
    read: () => (current ??= parse(readSources(root))),
    refresh({ settled }) {
      const before = current;
      try {
        const sources = readSources(root);
        if (before?.sources && areSame(before.sources, sources)) return null;
        const now = parse(sources);
        if (now.review === null && !settled) return null;
        current = now;
      } catch {
        if (!settled) return null;
        current = null;
      }
      const now = current;
      return {
        staysWhole: before?.review != null && now?.review != null,
        isChanged: (slug) => essayOf(before, slug) !== essayOf(now, slug) || essayOf(now, slug) === undefined,
      };
    },
  };
}

const currentOf = (review: Review): Current => ({
  review,
  library: review.library,
  baseUrl: null,
  messages: [],
  sources: null,
});

// The cache returns the same object while neither the essay's text nor the library changes.
const essayOf = (current: Current | null, slug: string) => current?.review?.essays.find((essay) => essay.slug === slug);

const areSame = (a: Sources, b: Sources): boolean =>
  a.texts.size === b.texts.size &&
  [...a.texts].every(([path, text]) => b.texts.get(path) === text) &&
  a.files.symmetricDifference(b.files).size === 0 &&
  [...a.images].every(([path, { version }]) => b.images.get(path)?.version === version) &&
  messagesOf(a) === messagesOf(b);

const messagesOf = ({ unreadable }: Sources): string => [...unreadable.values()].map(String).join('\n');
