import type { Check } from '../model/rule.ts';
import type { Work } from '../model/work.ts';
import type { RawEntry } from '../model/raw-entry.ts';
import { isPreprint, namesPreprints, venueFields } from '../model/work-kind.ts';

export const publishedPreprint: Check = {
  id: 'published-preprint',
  level: 'warning',
  description:
    'A work is cited as a preprint, and its entry names a published version: the DOI of a journal, a note such as “Accepted at ICLR 2025”, a venue, or the URL of a publisher. Readers should find the reviewed version.',
  remedy: 'Change the entry to `@inproceedings` or `@article` with venue and date, and keep the arXiv id in `eprint`.',
  check: ({ library, entries }) =>
    [...library.values()].flatMap((work) => {
      const entry = entries.get(work.key);
      const field = entry === undefined || !isPreprint(work, entry) ? null : fieldThatKnows(work, entry);
      if (entry === undefined || field === null) return [];
      const reason = `Invalid status of \`${work.key}\` as a preprint: its \`${field}\` names a published version`;
      return [{ file: work.file, position: entry.positionOf(field), reason }];
    }),
};

const published = /\b(?:accepted|published|(?:to|will) appear|appear(?:s|ed)|camera[- ]ready)\b/i;
const denied = /\b(?:not|never|yet to be)\s+(?:\w+\s+)?(?:accepted|published|appear)/i;
const publishers =
  /^https?:\/\/(?:[\w-]+\.)*(?:aclanthology\.org|proceedings\.mlr\.press|papers\.nips\.cc|neurips\.cc|jmlr\.org|ojs\.aaai\.org|dl\.acm\.org|ieeexplore\.ieee\.org|link\.springer\.com|nature\.com|science\.org|iclr\.cc)\//i;

const noteFields = ['note', 'addendum', 'howpublished', 'pubstate', 'comment', 'annotation'] as const;

/** Returns the field that shows a published version. */
function fieldThatKnows({ doi }: Work, { valueOf }: RawEntry): string | null {
  if (doi !== null && !/^10\.(?:48550|1101|31234|2139|20944|31219|21203)\//.test(doi)) return 'doi';
  const note = noteFields.find((field) => published.test(valueOf(field) ?? '') && !denied.test(valueOf(field) ?? ''));
  const venue = venueFields.find((field) => valueOf(field) !== undefined && !namesPreprints(valueOf(field)));
  return note ?? venue ?? (publishers.test(valueOf('url') ?? '') ? 'url' : null);
}
