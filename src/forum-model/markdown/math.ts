import type MarkdownIt from 'markdown-it';
import type StateInline from 'markdown-it/lib/rules_inline/state_inline.js';

type Formula = { tex: string; display: boolean; end: number };

/**
 * The forums' own math: `$…$`, `$$…$$`, `\\(…\\)`, `\\[…\\]` and bare environments.
 *
 * An inline rule before `escape`: block rules have read the lines already. Nothing inside is escaped.
 */
export function math(markdown: MarkdownIt): void {
  markdown.inline.ruler.before('escape', 'math', (state, silent) => {
    const formula = readFormula(state);
    if (formula === null) return false;
    if (!silent) Object.assign(state.push('math', '', 0), { content: formula.tex, block: formula.display });
    state.pos = formula.end;
    return true;
  });
  markdown.renderer.rules.math = (tokens, index) => {
    const { content = '', block = false } = tokens[index] ?? {};
    const [open, close] = block ? ['\\[', '\\]'] : ['\\(', '\\)'];
    return `<span class="math-tex">${open}${markdown.utils.escapeHtml(content)}${close}</span>`;
  };
}

function readFormula({ src, pos, posMax }: StateInline): Formula | null {
  if (src[pos] !== '$' && src[pos] !== '\\') return null;
  const rest = src.slice(pos, posMax);
  const formula = readDisplay(rest) ?? readInline(rest) ?? readBrackets(rest) ?? readEnvironment(rest);
  return formula && { ...formula, end: pos + formula.end };
}

function readDisplay(rest: string): Formula | null {
  if (!rest.startsWith('$$')) return null;
  const close = rest.indexOf('$$', 2);
  return close <= 2 ? null : { tex: rest.slice(2, close), display: true, end: close + 2 };
}

/** The first dollar closes or nothing does: not after a backslash or white space, nor before a digit. */
function readInline(rest: string): Formula | null {
  if (!/^\$[^\s$]/.test(rest)) return null;
  const close = rest.indexOf('$', 1);
  const isClosing = close > 1 && !/[\\\s]/.test(rest.charAt(close - 1)) && !/\d/.test(rest.charAt(close + 1));
  return isClosing ? { tex: rest.slice(1, close), display: false, end: close + 1 } : null;
}

const brackets = /^\\\\\((.+?)\\\\\)|^\\\\\[(.+?)\\\\\]/s;

function readBrackets(rest: string): Formula | null {
  const found = brackets.exec(rest);
  if (found === null) return null;
  const [whole, inline, display] = found;
  return { tex: inline ?? display ?? '', display: display !== undefined, end: whole.length };
}

function readEnvironment(rest: string): Formula | null {
  const found = /^\\begin\{([a-zA-Z]+\*?)\}.*?\\end\{\1\}/s.exec(rest);
  return found === null ? null : { tex: found[0], display: true, end: found[0].length };
}
