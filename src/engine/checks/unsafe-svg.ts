import type { Check } from '../model/rule.ts';

export const unsafeSvg: Check = {
  id: 'unsafe-svg',
  level: 'error',
  description:
    'The SVG of a figure contains code (a script, an event handler, HTML in `foreignObject`), defines entities, or refers to an external file. If a reader opens the file directly, the code runs with the rights of the site.',
  remedy:
    'Export the drawing with text as text and with embedded images and styles, remove what the message names, or use a PNG.',
  check: ({ imageProblems }) =>
    [...imageProblems].flatMap(([file, problems]) =>
      problems.flatMap((problem) =>
        problem.kind === 'unsafe' ? [{ file, position: problem.point, reason: problem.reason }] : [],
      ),
    ),
};
