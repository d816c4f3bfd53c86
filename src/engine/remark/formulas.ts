import katex, { type KatexOptions } from 'katex';
import type { InlineMath, Math } from 'mdast-util-math';
import type { Nodes, Root } from 'mdast';
import type { VFile } from 'vfile';
import { walk } from '../model/walk.ts';
import { report } from './report.ts';

declare module 'mdast-util-math' {
  interface InlineMathData {
    /** The formula printed by KaTeX. */
    katexHtml?: string;
  }
  interface MathData {
    /** The formula printed by KaTeX. */
    katexHtml?: string;
  }
}

/** Prints every formula with KaTeX, once. Reports invalid formulas, and stores the HTML in `data.katexHtml`. */
export function remarkFormulas({ printed }: { printed: Map<string, string> }) {
  return (tree: Root, file: VFile): void => {
    walk(tree, (node, index, parent) => {
      if (node.type !== 'inlineMath' && node.type !== 'math') return;
      if (node.type === 'inlineMath')
        reportDollars(node, file, index === undefined ? undefined : parent?.children[index + 1]);
      printFormula(node, { printed, file });
    });
  };
}

function printFormula(node: InlineMath | Math, { printed, file }: { printed: Map<string, string>; file: VFile }): void {
  const displayMode = node.type === 'math';
  const options: KatexOptions = {
    displayMode,
    output: 'htmlAndMathml',
    strict: false,
    trust: false,
    throwOnError: true,
  };
  const id = `${displayMode ? 'display' : 'inline'} ${node.value}`;
  try {
    const html = printed.get(id) ?? katex.renderToString(node.value, options);
    printed.set(id, html);
    node.data = { ...node.data, katexHtml: html };
  } catch (error) {
    const reason = refusalOf(error);
    if (reason === null) throw error;
    report(file, node, {
      rule: 'refused-formula',
      reason: `Invalid formula: expected TeX that KaTeX can print; ${reason}`,
    });
  }
}

/**
 * Returns KaTeX's reason for rejecting a formula; null if the error has another cause. KaTeX recurses on braces, hence
 * the RangeError.
 */
function refusalOf(error: unknown): string | null {
  if (error instanceof RangeError) return 'its braces are nested too deeply';
  return error instanceof katex.ParseError ? (error.rawMessage ?? error.message) : null;
}

/** Applies the forum's rule: no space just inside the dollars, no digit after them. Prices break it. */
function reportDollars(node: InlineMath, file: VFile, next: Nodes | undefined): void {
  const source = String(file.value).slice(node.position?.start.offset ?? 0, node.position?.end.offset ?? 0);
  if (source.startsWith('$$')) return;
  const digitFollows = next?.type === 'text' && /^\d/.test(next.value);
  if (!digitFollows && !/^\$\s|\s\$$/.test(source)) return;
  const reason = `Invalid formula \`${source}\`: expected no space just inside its dollars and no digit after them; write \`\\$\` for a price`;
  report(file, node, { rule: 'price-as-formula', reason });
}
