import type { Check } from '../model/rule.ts';

export const unsafeSvg: Check = {
  id: 'unsafe-svg',
  level: 'error',
  description:
    'An SVG that a figure shows holds a program (a script, an event handler, HTML in `foreignObject`), defines entities, or leads out of its file. Opened by itself it would run in the name of the site.',
  remedy:
    'Export the drawing with its texts as text and its pictures and styles within the file, take out what the message names, or use a PNG.',
  check: ({ imageProblems }) =>
    [...imageProblems].flatMap(([file, problems]) =>
      problems.flatMap((problem) =>
        problem.kind === 'unsafe' ? [{ file, position: problem.point, reason: problem.reason }] : [],
      ),
    ),
};
