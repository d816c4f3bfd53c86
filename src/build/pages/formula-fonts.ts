import { createCharacters, formulasIn, type Characters } from './characters.ts';

/** The font of an element, as in the file names of KaTeX's fonts: `KaTeX_Math`, `Italic`. */
type Font = { family: string; bold: boolean; italic: boolean };

/** A font rule of KaTeX's stylesheet, for elements that have all of its classes. */
type Rule = { classes: readonly string[]; font: Partial<Font> };

const main: Font = { family: 'KaTeX_Main', bold: false, italic: false };

/** Returns the rules of KaTeX's stylesheet that select a font. */
export const parseFontRules = (stylesheet: string): Rule[] =>
  [...stylesheet.matchAll(/([^{}]+)\{([^{}]*\bfont[^{}]*)\}/g)].flatMap(([, selectors = '', declarations = '']) => {
    const font = parseFont(declarations);
    const lists = Object.keys(font).length === 0 ? [] : selectors.split(',').map(lastClassesOf);
    return lists.filter((classes) => classes.length > 0).map((classes) => ({ classes, font }));
  });

function parseFont(declarations: string): Partial<Font> {
  const family = /font(?:-family)?:[^;]*?(KaTeX_\w+)/.exec(declarations)?.[1];
  const weight = /font-weight:(\w+)/.exec(declarations)?.[1];
  const style = /font-style:(\w+)/.exec(declarations)?.[1];
  return {
    ...(family === undefined ? {} : { family }),
    ...(weight === undefined ? {} : { bold: /^(?:bold|[6-9]00)$/.test(weight) }),
    ...(style === undefined ? {} : { italic: style === 'italic' }),
  };
}

/**
 * Returns the classes of the last element in a selector that has any: `size1` and `delimsizing` in `.katex
 * .delimsizing.size1`.
 */
const lastClassesOf = (selector: string): string[] =>
  (/(?:\.[\w-]+)+(?=[^.]*$)/.exec(selector)?.[0] ?? '').split('.').filter((name) => name !== '');

/** Returns the name of a font's file without its extension: `KaTeX_Main-BoldItalic`. */
const nameOf = ({ family, bold, italic }: Font): string =>
  `${family}-${`${bold ? 'Bold' : ''}${italic ? 'Italic' : ''}` || 'Regular'}`;

/** Adds the characters of a page's formulas to `fonts`, by the name of their font. */
export function gatherFormulas(html: string, rules: readonly Rule[], fonts: Map<string, Characters>): void {
  for (const formula of formulasIn(html)) gatherFormula(formula, rules, fonts);
}

function gatherFormula(formula: string, rules: readonly Rule[], fonts: Map<string, Characters>): void {
  const open = [main];
  for (const [, end, attributes = '', text = ''] of formula.matchAll(/<(\/?)span\b([^>]*)>([^<]*)/g)) {
    if (end === '/') open.pop();
    else open.push(fontIn(attributes, rules, open.at(-1) ?? main));
    if (text !== '') charactersOf(nameOf(open.at(-1) ?? main), fonts).add(text);
  }
}

/** Returns the font of an element. Later rules win, and other properties are inherited. */
function fontIn(attributes: string, rules: readonly Rule[], around: Font): Font {
  const names = /class="([^"]*)"/.exec(attributes)?.[1]?.split(' ') ?? [];
  const fitting = rules.filter(({ classes }) => classes.every((name) => names.includes(name)));
  return fitting.reduce((font, rule) => ({ ...font, ...rule.font }), around);
}

function charactersOf(font: string, fonts: Map<string, Characters>): Characters {
  const known = fonts.get(font) ?? createCharacters('0123456789');
  fonts.set(font, known);
  return known;
}

/**
 * Returns the characters that formulas use of a KaTeX font, or null if there are none.
 *
 * A browser uses another font of the family if the requested one does not exist.
 */
export function charactersOfFont(
  font: string,
  { fonts, existing }: { fonts: ReadonlyMap<string, Characters>; existing: readonly string[] },
): string | null {
  const family = font.replace(/-.*/, '');
  const wanted = [...fonts].filter(
    ([name]) => name === font || (!existing.includes(name) && name.startsWith(`${family}-`)),
  );
  return wanted.length === 0 ? null : wanted.map(([, characters]) => characters.toText()).join('');
}
