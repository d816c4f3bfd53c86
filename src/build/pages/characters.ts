/** A set of characters that is fast to add to. */
export type Characters = {
  add: (text: string) => void;
  /** All characters in Unicode order, as one string. */
  toText: () => string;
};

export function createCharacters(reserve = ''): Characters {
  // A table is faster than a set for every character of every page.
  const units = new Uint8Array(0x10000);
  const astral = new Set<string>();
  const add = (text: string): void => {
    for (let at = 0; at < text.length; at += 1) units[text.charCodeAt(at)] = 1;
    if (/[\ud800-\udbff]/.test(text))
      for (const [character] of text.matchAll(/[\ud800-\udbff][\udc00-\udfff]/g)) astral.add(character);
  };
  add(reserve);
  return {
    add,
    toText: () => textOf(units) + [...astral].toSorted().join(''),
  };
}

const isSurrogate = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdfff;

/** Omits control characters, such as line breaks, which have no glyph. */
function textOf(units: Uint8Array): string {
  let text = '';
  for (let unit = 0x20; unit < units.length; unit += 1)
    if (units[unit] === 1 && !isSurrogate(unit)) text += String.fromCharCode(unit);
  return text;
}

/** Returns the HTML of each KaTeX formula in a page. */
export function formulasIn(html: string): string[] {
  const formulas: string[] = [];
  const opening = '<span class="katex-html"';
  for (let start = html.indexOf(opening); start !== -1; start = html.indexOf(opening, start + 1))
    formulas.push(html.slice(start, endOfSpan(html, start)));
  return formulas;
}

/** Returns the offset of the end tag of the `<span>` that begins at `start`. */
function endOfSpan(html: string, start: number): number {
  const tags = /<(\/?)span\b/g;
  tags.lastIndex = start;
  let depth = 0;
  for (let tag = tags.exec(html); tag !== null; tag = tags.exec(html)) {
    depth += tag[1] === '' ? 1 : -1;
    if (depth === 0) return tag.index;
  }
  return html.length;
}
