import { plainAddress } from '../bibliography/index.ts';
import type { Check } from '../model/rule.ts';

export const malformedDoi: Check = {
  id: 'malformed-doi',
  level: 'warning',
  description: 'A `doi` is not of the form `10.1234/suffix`. Its link would be broken.',
  remedy: 'Write it as the publisher does: `doi = {10.1162/tacl_a_00562}`.',
  check: ({ entries }) =>
    [...entries.values()].flatMap(({ key, file, valueOf, positionOf }) => {
      const doi = plainAddress(valueOf('doi') ?? '');
      if (doi === '' || isDoi(doi)) return [];
      return [
        {
          file,
          position: positionOf('doi'),
          reason: `Invalid DOI \`${doi}\` of \`${key}\`: expected one such as \`10.1162/tacl_a_00562\``,
        },
      ];
    }),
};

/** Matches a DOI alone, or after `doi:` or the address of the resolver. A DOI does not end in a full stop or comma. */
const isDoi = (text: string): boolean =>
  /^(?:doi:\s*|https?:\/\/(?:dx\.|www\.)?doi\.org\/)?10\.\d{4,9}(?:\.\d+)*\/\S*[^\s.,;]$/i.test(text);
