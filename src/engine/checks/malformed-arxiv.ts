import type { Check } from '../model/rule.ts';
import type { RawEntry } from '../model/raw-entry.ts';

export const malformedArxiv: Check = {
  id: 'malformed-arxiv',
  level: 'warning',
  description:
    'An arXiv id is not in a format of arXiv: year, month and a number of five digits (four until 2014), or the older `hep-th/9901001`. Its link would be broken.',
  remedy: 'Write it as arXiv does: `eprint = {2203.15556}, eprinttype = {arxiv}`.',
  check: ({ entries }) =>
    [...entries.values()].flatMap((entry) => {
      const arxiv = idOf(entry);
      if (arxiv === null || isArxivId(arxiv.id)) return [];
      const reason = `Invalid arXiv id \`${arxiv.id}\` of \`${entry.key}\`: expected one such as \`2203.15556\``;
      return [{ file: entry.file, position: entry.positionOf(arxiv.field), reason }];
    }),
};

/** Returns the id in `eprint` if that is declared as arXiv's, else the id in the address. */
function idOf({ valueOf }: RawEntry): { field: string; id: string } | null {
  const archive = valueOf('eprinttype') ?? valueOf('archiveprefix') ?? '';
  const eprint = valueOf('eprint') ?? '';
  if (/^arxiv$/i.test(archive) && eprint !== '') return { field: 'eprint', id: eprint.replace(/^arxiv:/i, '') };
  const id = /^https?:\/\/(?:www\.)?arxiv\.org\/(?:abs|pdf|html)\/([^?#]+?)(?:\.pdf)?\/?$/i.exec(
    valueOf('url') ?? '',
  )?.[1];
  return id === undefined ? null : { field: 'url', id };
}

function isArxivId(id: string): boolean {
  const older = /^[a-z-]+(?:\.[A-Z]{2})?\/\d\d(\d\d)\d{3}(?:v\d+)?$/.exec(id);
  const newer = /^(\d\d)(\d\d)\.(\d{4,5})(?:v\d+)?$/.exec(id);
  const month = Number(older?.[1] ?? newer?.[2]);
  const length = newer?.[3]?.length;
  return month >= 1 && month <= 12 && (length === undefined || length === (Number(newer?.[1]) < 15 ? 4 : 5));
}
