import { posix } from 'node:path';
import { checkImage } from './images/check-image.ts';
import type { Essay } from './model/essay.ts';
import type { ImageFile, ImageProblem } from './model/image.ts';

/** Problems found earlier in images, by path. */
export type KnownImages = Map<string, { version: string; problems: readonly ImageProblem[] }>;

/** Finds the problems of the images that texts show, by path. Only files that changed are read again. */
export function findImageProblems(
  texts: readonly Pick<Essay, 'path' | 'images'>[],
  { images, known }: { images: ReadonlyMap<string, ImageFile>; known: KnownImages },
): ReadonlyMap<string, readonly ImageProblem[]> {
  const paths = new Set(
    texts.flatMap(({ path, images: shown }) => shown.map((src) => posix.join(posix.dirname(path), src))),
  );
  return new Map(
    [...paths].flatMap((path) => {
      const file = images.get(path);
      return file === undefined ? [] : [[path, problemsOf(path, file, known)] as const];
    }),
  );
}

function problemsOf(path: string, { version, read }: ImageFile, known: KnownImages): readonly ImageProblem[] {
  const before = known.get(path);
  if (before?.version === version) return before.problems;
  const problems = checkImage(path, read());
  known.set(path, { version, problems });
  return problems;
}
