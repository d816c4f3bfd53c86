import type { InlineMath, Math } from 'mdast-util-math';
import { foldTex } from '../../model/tex.ts';
import { isPrintable } from './characters.ts';
import { reasonOf, report, type PreprintState } from './context.ts';
import { definitions, missing } from './katex-macros.ts';
import { mathCommands } from './math-characters.ts';

/**
 * Renders an inline formula. A formula with columns is in braces, because otherwise it would end the cells of a table
 * around it.
 */
export function renderInlineMath(node: InlineMath, state: PreprintState): string {
  const formula = `$${withoutOpenEnd(toLatex(foldTex(node.value), node, state))}$`;
  return /(?<!\\)&/.test(formula) ? `{${formula}}` : formula;
}

/** Display environments, which LaTeX does not allow within a display. */
const ownDisplay = /^\\begin\{(?:align|alignat|gather|multline|equation)\*?\}/;

/** Renders a display formula as written. */
export function renderMath(node: Math, state: PreprintState): string {
  const tex = withoutEmptyLines(node, state);
  return ownDisplay.test(tex.trim()) ? tex : `\\[\n${toDisplay(tex)}\n\\]`;
}

/** Renders a numbered formula; `label` is the target of references. */
export const renderNumberedMath = (node: Math, label: string, state: PreprintState): string =>
  `\\begin{equation}\\target{${label}}\n${toDisplay(withoutEmptyLines(node, state))}\n\\end{equation}`;

/** Removes empty lines, which LaTeX does not allow in a formula. */
const withoutEmptyLines = (node: Math, state: PreprintState): string =>
  toLatex(node.value.replace(/^\s*\n/gm, '').trimEnd(), node, state);

const toDisplay = (tex: string): string =>
  withoutOpenEnd(hasOpenLines(tex) ? `\\begin{gathered}\n${tex}\n\\end{gathered}` : tex);

/** Converts a formula from KaTeX to LaTeX. Reports macros and characters that LaTeX lacks. */
function toLatex(tex: string, node: InlineMath | Math, state: PreprintState): string {
  for (const [, name = ''] of tex.matchAll(/\\([a-zA-Z]+)/g)) {
    if (definitions[name] !== undefined) state.macros.add(name);
    if (missing.has(name)) report(state, 'unprintable-formula', reasonOfMacro(name), node.position);
  }
  return tex.replace(/[^\0-\x7f]/gu, (character) => {
    const command = mathCommands.get(character);
    if (command !== undefined) return `{${command}}`;
    if (!isPrintable(character)) report(state, 'unprintable-character', reasonOf(character), node.position);
    return isPrintable(character) ? character : '?';
  });
}

const reasonOfMacro = (name: string): string =>
  `Unknown macro \`\\${name}\` for pdflatex: expected one that LaTeX has too; write the formula without it`;

/** Separates a backslash at the end from the delimiter, which it would escape. */
const withoutOpenEnd = (tex: string): string => (/(?<!\\)(?:\\\\)*\\$/.test(tex) ? `${tex} ` : tex);

/** Reports whether there are line breaks outside all environments and braces, which KaTeX allows. */
function hasOpenLines(tex: string): boolean {
  let depth = 0;
  for (const [token] of tex.matchAll(/\\begin\b|\\end\b|\\\\|\\[^]|[{}]/g)) {
    if (token === '\\\\' && depth === 0) return true;
    if (token === '\\begin' || token === '{') depth += 1;
    if (token === '\\end' || token === '}') depth -= 1;
  }
  return false;
}
