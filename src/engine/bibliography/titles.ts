import { accents, mathAccents, symbols } from './tex-symbols.ts';

/**
 * A formula in dollars, `\(…\)` or `\ensuremath{…}`; any other escape; or a dollar that begins no formula, such as a
 * price.
 */
const formula =
  /\\\(([\s\S]*?)\\\)|\\ensuremath\s*\{((?:[^{}]|\{[^{}]*\})*)\}|\\[\s\S]|\$(?!\s?\d[^$\\^_{}=<>+*]*(?:\s\$|\$\d))((?:\\[\s\S]|[^$\\])+)\$|\$/g;

/** Commands that can be replaced by their argument. */
const wrappers =
  /\\(?:math(?:sf|rm|bf|it|cal|bb|tt|frak|scr|normal|op)|text(?:sf|rm|tt|it|bf|up|normal)?|[mh]box|operatorname\*?|boldsymbol|bm|ensuremath)\s*\{([^{}]*)\}/g;

/**
 * Converts TeX to text that citation-js reads: accents and symbols become letters, formulas plain text in braces that
 * keep its case.
 */
export const printTex = (text: string): string => printWords(printMath(printAccents(text)));

/** Returns true if a text contains a dollar that begins no formula. */
export function containsLoneDollar(text: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\\$/.test(printMath(text.replace(/\\\$/g, '')));
}

/**
 * Converts formulas to text: `$\mathsf{TC}^0$` → `TC\textsuperscript{0}`. A dollar that begins no formula becomes `\$`.
 */
function printMath(text: string): string {
  return text.replace(formula, (whole: string, inParens?: string, inCommand?: string, inDollars?: string) => {
    const tex = inParens ?? inCommand ?? inDollars;
    if (tex === undefined) return whole === '$' ? '\\$' : whole;
    return isBalanced(tex) ? `{{${printFormula(tex)}}}` : whole.replace(/(?<!\\)\$/g, '\\$');
  });
}

function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const char of tex.replace(/\\[\s\S]/g, '')) {
    if (char === '{') depth += 1;
    else if (char === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

function printFormula(tex: string): string {
  return unwrap(tex)
    .replace(/\^\s*(?:\{\s*\\circ\s*\}|\\circ(?![a-zA-Z]))/g, '°')
    .replace(/\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}/g, '$1/$2')
    .replace(/\\sqrt\s*\{([^{}]*)\}/g, '√$1')
    .replace(/\\(?:left|right|[bB]ig+[lr]?|displaystyle|limits)(?![a-zA-Z])\s*\.?/g, '')
    .replace(
      /\\([a-z]+)\s*(?:\{([^{}\\])\}|([a-zA-Z])(?![a-zA-Z]))/g,
      (whole, name: string, inBraces?: string, bare?: string) =>
        mathAccents.has(name) ? `${inBraces ?? bare ?? ''}${mathAccents.get(name) ?? ''}`.normalize('NFC') : whole,
    )
    .replace(/\\([a-zA-Z]+)/g, (whole, word: string) => (word.startsWith('text') ? whole : (symbols.get(word) ?? word)))
    .replace(/\^\s*(?:\{([^{}]*)\}|([^\s{}\\]))/g, (_, group?: string, one?: string) =>
      script('superscript', group ?? one),
    )
    .replace(/(?<!\\)_\s*(?:\{([^{}]*)\}|([^\s{}\\]))/g, (_, group?: string, one?: string) =>
      script('subscript', group ?? one),
    );
}

const script = (name: string, text: string | undefined): string =>
  text === '' || text === undefined ? '' : `\\text${name}{${text}}`;

/** Unwraps commands from the inside out, `\mathrm{x}` → `{x}`, and duplicate braces, `{{x}}` → `{x}`. */
function unwrap(tex: string): string {
  let next = tex;
  let last;
  do {
    last = next;
    next = last.replace(wrappers, '{$1}').replace(/(?<!\\)\{\{([^{}]*)\}\}/g, '{$1}');
  } while (next !== last);
  return next;
}

/** Replaces commands in running text that citation-js would leave unchanged. */
function printWords(text: string): string {
  return text
    .replace(/\\~\{\}/g, '\\textasciitilde{}')
    .replace(/\\\^\{\}/g, '\\textasciicircum{}')
    .replace(/\\(?:[mh]box|text|textnormal|underline|uline)\s*(?=\{)/g, '')
    .replace(/\\[,;: ]|\\(?:thinspace|enspace|quad|newline|linebreak)(?![a-zA-Z])(?:\{\})?|\\\\/g, ' ')
    .replace(/\\[!/@-]|\\(?:protect|relax|xspace|allowbreak|nobreak|noindent|null)(?![a-zA-Z])(?:\{\}|\s)?/g, '')
    .replace(/\\(La)?TeX(?![a-zA-Z])(?:\{\})?/g, '$1TeX')
    .replace(/\\hyphen(?![a-zA-Z])\s?(?:\{\})?/g, '-')
    .replace(/\\slash(?![a-zA-Z])(?:\{\})?/g, '/')
    .replace(/\\([a-zA-Z]+)(\{\})?/g, (whole, name: string) => symbols.get(name) ?? whole);
}

const letter = String.raw`[a-zA-Z]|\\[ij](?![a-zA-Z])`;
const accented = new RegExp(
  String.raw`\{?\\([${'`'}'^~="'.]|[uvHcdbkr](?![a-zA-Z]))\s*(?:\{\s*(${letter})\s*\}|(${letter}))(\}?)`,
  'g',
);

/**
 * Converts accents to letters: `\'{e}`, `{\'e}`, `\'e` → `é`, `\'{\i}` → `í`. The braces around them in titles do not
 * keep the case.
 */
export function printAccents(text: string): string {
  return text.replace(accented, (whole: string, accent: string, ...found: (string | undefined)[]) => {
    const [inBraces, bare, close = ''] = found;
    const base = (inBraces ?? bare ?? '').replace('\\', '');
    const printed = `${base}${accents.get(accent) ?? ''}`.normalize('NFC');
    const opened = whole.startsWith('{');
    return opened === (close === '}') ? printed : `${opened ? '{' : ''}${printed}${close}`;
  });
}
