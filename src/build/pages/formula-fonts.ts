import { createCharacters, formulasIn, type Characters } from './characters.ts';

/** The font family that an element with these classes is set in; null where it is that of its parent. */
export type FamilyOf = (classes: readonly string[]) => string | null;

/** Which family KaTeX's stylesheet gives to which classes; of two rules that fit, the later one counts. */
export function parseFamilies(stylesheet: string): FamilyOf {
  const rules = stylesheet.matchAll(/([^{}]+)\{[^{}]*?\bfont(?:-family)?:[^;{}]*?(KaTeX_\w+)/g);
  const families = [...rules].flatMap(([, selectors = '', family = '']) =>
    selectors.split(',').flatMap((selector) => {
      const classes = classesOf(selector);
      return classes.length === 0 ? [] : [{ classes, family }];
    }),
  );
  return (names) => families.findLast(({ classes }) => classes.every((name) => names.includes(name)))?.family ?? null;
}

/** The classes of the last element with any that a selector names: `size1` and `delimsizing` of `.katex .delimsizing.size1`. */
const classesOf = (selector: string): string[] =>
  (/(?:\.[\w-]+)+(?=[^.]*$)/.exec(selector)?.[0] ?? '').split('.').filter((name) => name !== '');

/** Adds the characters of the formulas of a page to those of the family that each is set in. */
export function gatherFormulas(html: string, familyOf: FamilyOf, families: Map<string, Characters>): void {
  for (const formula of formulasIn(html)) gatherFormula(formula, familyOf, families);
}

function gatherFormula(formula: string, familyOf: FamilyOf, families: Map<string, Characters>): void {
  const open = ['KaTeX_Main'];
  for (const [, end, attributes = '', text = ''] of formula.matchAll(/<(\/?)span\b([^>]*)>([^<]*)/g)) {
    if (end === '/') open.pop();
    else open.push(familyOf(/class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? []) ?? open.at(-1) ?? 'KaTeX_Main');
    if (text !== '') charactersOf(open.at(-1) ?? 'KaTeX_Main', families).add(text);
  }
}

function charactersOf(family: string, families: Map<string, Characters>): Characters {
  const known = families.get(family) ?? createCharacters('0123456789');
  families.set(family, known);
  return known;
}
