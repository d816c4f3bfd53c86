import type { Parents } from 'mdast';
import type { Point, Position } from 'unist';
import type { Essay } from '../model/essay.ts';
import { patternOf, spellingsOf, type Term } from '../model/glossary.ts';
import type { Check } from '../model/rule.ts';
import { termNodesOf } from '../model/used-terms.ts';
import { proseOf, runningTextOf, type RunningText } from './running-text.ts';

export const unmarkedTerm: Check = {
  id: 'unmarked-term',
  level: 'hint',
  description:
    'An essay uses a term of the glossary before marking it, or without marking it, so readers cannot see its meaning. Only running text counts: headings, findings, tables and captions do not.',
  remedy: 'Write `<Term id="time-horizon">time horizon</Term>` at the first use. Words within a link cannot be marked.',
  check: ({ essays, glossary, texts }) =>
    essays.flatMap((essay) => {
      const blocks = readProse(essay, texts.get(essay.path) ?? '');
      return glossary.value.flatMap((term) => {
        const use = firstUse(term, blocks);
        if (use === null || isMarked(term, use, essay)) return [];
        const reason = `Missing mark of the term \`${term.term}\` at its first use: expected \`<Term id="${term.id}">\` around it`;
        return [{ file: essay.path, position: use, reason }];
      });
    }),
};

/** Components whose words are not running text. */
const apart: ReadonlySet<string> = new Set(['Finding', 'Figure', 'Table']);

function readProse({ tree, components }: Essay, source: string): RunningText[] {
  const inApart = new Set<Parents>(
    components.filter(({ name }) => apart.has(name)).flatMap((node) => [...proseOf(node)]),
  );
  return [...proseOf(tree)].filter((block) => !inApart.has(block)).map((block) => runningTextOf(block, source));
}

function firstUse(term: Term, blocks: readonly RunningText[]): Position | null {
  const patterns = spellingsOf(term).map(patternOf);
  for (const { text, pointAt } of blocks) {
    const matches = patterns.map((pattern) => pattern.exec(text)).filter((match) => match !== null);
    const [first] = matches.toSorted((a, b) => a.index - b.index || b[0].length - a[0].length);
    if (first === undefined) continue;
    const [start, last] = [pointAt(first.index), pointAt(first.index + first[0].length - 1)];
    if (start === undefined || last === undefined) continue;
    // `pointAt` of the end could return a point after the delimiters of emphasis.
    return { start, end: { line: last.line, column: last.column + 1, offset: (last.offset ?? 0) + 1 } };
  }
  return null;
}

/** Reports whether the use is marked, or comes after a marked use. */
const isMarked = ({ id }: Term, { start }: Position, essay: Essay): boolean =>
  termNodesOf(essay).some(({ props, position }) => props.id === id && !isBefore(start, position?.start));

const isBefore = (point: Point, other: Point | undefined): boolean => (point.offset ?? 0) < (other?.offset ?? 0);
