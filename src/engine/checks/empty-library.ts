import type { Check } from '../model/rule.ts';

export const emptyLibrary: Check = {
  id: 'empty-library',
  level: 'error',
  description: 'There is no `.bib` file in `bibliography/`, or none with an entry: the review has nothing to cite.',
  remedy: 'Export a library as BibLaTeX into `bibliography/`.',
  check: ({ library, libraryIsWhole, broken }) => {
    if (library.size > 0 || broken.size > 0 || !libraryIsWhole) return [];
    return [
      {
        file: 'bibliography',
        reason: 'Unexpected empty library, expected at least one entry; export a `.bib` file into `bibliography/`',
      },
    ];
  },
};
