import type { Essay } from '../model/essay.ts';
import type { Check, Problem } from '../model/rule.ts';
import { nodesOf } from '../model/walk.ts';

export const reversedPages: Check = {
  id: 'reversed-pages',
  level: 'warning',
  description:
    'A range of pages ends before it begins, in an entry or in the locator of a citation. `123--8` is read as 123 to 128.',
  remedy: 'Swap the two numbers, or correct the mistyped one.',
  check: ({ entries, essays }) => [
    ...[...entries.values()].flatMap(({ key, file, valueOf, positionOf }) =>
      reversedIn(valueOf('pages') ?? '').map((range) => ({
        file,
        position: positionOf('pages'),
        reason: reasonAgainst(range, ` of \`${key}\``),
      })),
    ),
    ...essays.flatMap(checkEssay),
  ],
};

function checkEssay({ path, tree }: Essay): Problem[] {
  const problems: Problem[] = [];
  for (const { items, position } of nodesOf(tree, 'citation')) {
    for (const { key, locator, position: place = position } of items) {
      for (const range of reversedIn(locator?.value ?? ''))
        problems.push({ file: path, position: place, reason: reasonAgainst(range, ` in a citation of \`${key}\``) });
    }
  }
  return problems;
}

const reasonAgainst = (range: string, where: string): string =>
  `Invalid pages ${range}${where}: expected the smaller number first`;

function reversedIn(text: string): string[] {
  const ranges = [
    ...text.matchAll(/(?<![\p{L}\d.:/-])([A-Za-z]?)(\d+)\s*(?:-{1,3}|–|—)\s*([A-Za-z]?)(\d+)(?![\p{L}\d.:/-])/gu),
  ];
  return ranges
    .filter(([, before = '', from = '', after = '', to = '']) => {
      if (after !== '' && before !== after) return false;
      return Number(after === '' && to.length < from.length ? from.slice(0, -to.length) + to : to) < Number(from);
    })
    .map(([range]) => range);
}
