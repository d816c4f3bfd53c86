import { posix } from 'node:path';
import { textsOf } from '../model/published.ts';
import type { Check } from '../model/rule.ts';

export const unreadableImage: Check = {
  id: 'unreadable-image',
  level: 'error',
  description:
    'The file of a figure is empty or damaged, is not in the format of its extension, or has more than 50 megapixels. The site cannot be built with it.',
  remedy: 'Export the image again as SVG, PNG, JPEG, WebP, AVIF or GIF, with the matching extension.',
  check: ({ imageProblems, ...review }) =>
    textsOf(review).flatMap(({ path, components }) =>
      components.flatMap(({ name, props, position }) => {
        if (name !== 'Figure') return [];
        const problems = imageProblems.get(posix.join(posix.dirname(path), props.src)) ?? [];
        return problems.flatMap((problem) =>
          problem.kind === 'unreadable'
            ? [{ file: path, position: position?.start, reason: problem.reason(props.src) }]
            : [],
        );
      }),
    ),
};
