import { posix } from 'node:path';
import type { About, Essay } from '../model/essay.ts';
import { textsOf } from '../model/published.ts';
import type { Check, Problem } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const missingImage: Check = {
  id: 'missing-image',
  level: 'error',
  description: 'The image of a figure is not a file in the folder of its essay.',
  remedy: 'Correct the name in `src`, or add the file to the folder of the essay.',
  check: ({ files, ...review }) => textsOf(review).flatMap((text) => checkText(text, files)),
};

function checkText({ path, components, images }: Essay | About, files: ReadonlySet<string>): Problem[] {
  const folder = posix.dirname(path);
  const isBeside = (src: string): boolean => {
    const image = posix.normalize(posix.join(folder, src));
    return files.has(image) && image.startsWith(`${folder}/`);
  };
  if (images.every(isBeside)) return [];
  const beside = [...files]
    .filter((file) => file.startsWith(`${folder}/`) && file !== path)
    .map((file) => `./${file.slice(folder.length + 1)}`);
  return components.flatMap(({ name, props, position }) => {
    if (name !== 'Figure' || isBeside(props.src)) return [];
    const reason = `Unknown image \`${props.src}\`: expected a file beside the essay${suggestionFor(props.src, beside)}`;
    return [{ file: path, position: position?.start, reason }];
  });
}
