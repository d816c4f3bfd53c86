import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { writeOutput, type OutputSource, type Written } from '../write-output.ts';
import { latexPackages, type Compiled } from './compile.ts';
import { mainPaper, type Preprints } from './render-preprints.ts';

/** Writes papers to `preprint/`, unless they are up to date. Call it within `withOutputs`. */
export function writePreprint(
  root: string,
  { preprints, compiled }: { preprints: Preprints; compiled: readonly Compiled[] },
  source: OutputSource,
): Promise<Written> {
  const { papers, figures, bibliography } = preprints;
  const files: [string, string | Uint8Array][] = [
    ...papers.map(({ name, tex }): [string, string] => [`${name}.tex`, tex]),
    ...figures.map(({ path, bytes }): [string, Uint8Array] => [path, bytes]),
    ...compiled.flatMap(({ name, pdf }): [string, Uint8Array][] => (pdf === null ? [] : [[`${name}.pdf`, pdf]])),
    ['references.bib', bibliography],
    ['README.txt', formatReadme(papers[0]?.name ?? mainPaper)],
  ];
  const write = (folder: string): void => {
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
  };
  return writeOutput(root, 'preprint', { ...source, summary: null, write });
}

const formatReadme = (name: string): string => `These are papers for pdflatex, as arXiv runs it.

To compile one:

  apt-get install --no-install-recommends ${latexPackages.join(' ')}
  latexmk -pdf ${name}.tex

The first command is for Debian and Ubuntu; other systems have TeX Live as well.

Each .tex file is a whole paper and needs nothing but the folder figures/. Citations and references are part of it:
neither BibTeX nor biber runs. references.bib has the entries of the cited works for those who want them.

For arXiv, upload one .tex file and the figures that it shows.
`;
