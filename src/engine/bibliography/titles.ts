const symbols = new Map([
  ['alpha', 'α'],
  ['beta', 'β'],
  ['gamma', 'γ'],
  ['delta', 'δ'],
  ['epsilon', 'ε'],
  ['varepsilon', 'ε'],
  ['lambda', 'λ'],
  ['mu', 'μ'],
  ['pi', 'π'],
  ['sigma', 'σ'],
  ['tau', 'τ'],
  ['phi', 'φ'],
  ['omega', 'ω'],
  ['theta', 'θ'],
  ['times', '×'],
  ['infty', '∞'],
  ['leq', '≤'],
  ['geq', '≥'],
  ['to', '→'],
  ['rightarrow', '→'],
  ['neq', '≠'],
  ['approx', '≈'],
  ['sim', '~'],
  ['cdot', '·'],
  ['ell', 'ℓ'],
]);

/** LaTeX's accents, and the combining mark that each stands for. */
const accents = new Map([
  ['`', '\u0300'],
  ["'", '\u0301'],
  ['^', '\u0302'],
  ['~', '\u0303'],
  ['=', '\u0304'],
  ['u', '\u0306'],
  ['.', '\u0307'],
  ['"', '\u0308'],
  ['r', '\u030A'],
  ['H', '\u030B'],
  ['v', '\u030C'],
  ['d', '\u0323'],
  ['c', '\u0327'],
  ['k', '\u0328'],
  ['b', '\u0331'],
]);

/** Formulas of a title as text: `$\mathsf{TC}^0$` → `TC\textsuperscript{0}`, in braces that keep its case. */
export function printMath(text: string): string {
  return text.replace(/(?<!\\)\$([^$]+)(?<!\\)\$/g, (_, tex: string) => `{{${printTex(tex)}}}`);
}

function printTex(tex: string): string {
  return tex
    .replace(/\\(?:math(?:sf|rm|bf|it|cal|bb|tt|frak)|text(?:sf|rm|tt)?|operatorname|mathop)\s*\{([^{}]*)\}/g, '$1')
    .replace(
      /\^\s*(?:\{([^{}]*)\}|(\\?\w))/g,
      (_, group?: string, one?: string) => `\\textsuperscript{${group ?? one ?? ''}}`,
    )
    .replace(
      /(?<!\\)_\s*(?:\{([^{}]*)\}|(\\?\w))/g,
      (_, group?: string, one?: string) => `\\textsubscript{${group ?? one ?? ''}}`,
    )
    .replace(/\\([a-zA-Z]+)/g, (whole, word: string) =>
      word.startsWith('text') ? whole : (symbols.get(word) ?? word),
    );
}

/** `{\AA}` and `\aa` as letters: the one command that citation-js does not know. */
export const printRings = (text: string): string =>
  text.replace(/\{\\(AA|aa)\}|\\(AA|aa)\b\s?/g, (_, inBraces?: string, bare?: string) =>
    (inBraces ?? bare) === 'AA' ? 'Å' : 'å',
  );

/** Accents as letters: `\'{e}`, `{\'e}` and `\'e` → `é`. In titles the braces around them protect no case. */
export function printAccents(text: string): string {
  const mark = /\{?\\([`'^~="'.]|[uvHcdbkr](?![a-zA-Z]))\s*(?:\{\\?([a-zA-Z])\}|\\?([a-zA-Z]))(\}?)/g;
  return text.replace(
    mark,
    (whole, accent: string, inBraces: string | undefined, bare: string | undefined, close: string) => {
      const letter = `${inBraces ?? bare ?? ''}${accents.get(accent) ?? ''}`.normalize('NFC');
      const opened = whole.startsWith('{');
      return opened === (close === '}') ? letter : `${opened ? '{' : ''}${letter}${close}`;
    },
  );
}
