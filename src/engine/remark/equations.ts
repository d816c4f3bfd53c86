import type { Math } from 'mdast-util-math';
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import type { ComponentNode } from '../model/nodes.ts';
import { nodesOf } from '../model/walk.ts';
import { report } from './report.ts';

/** Commands and environments that number a formula, or parts of it, themselves. */
const numbers =
  /\\(?:tag\*?|label|nonumber|notag)(?![a-zA-Z])|\\begin\{(?:equation|align|alignat|gather|multline|flalign|eqnarray)\*?\}/;

/** Reports every `Equation` whose content is not exactly one display formula, or whose formula is numbered already. */
export function remarkEquations() {
  return (tree: Root, file: VFile): void => {
    for (const node of nodesOf(tree, 'component')) {
      if (node.name !== 'Equation') continue;
      const [formula, ...others] = node.children;
      if (formula?.type === 'math' && others.length === 0) reportNumber(formula, file);
      else reportContent(node, file);
    }
  };
}

function reportContent({ position, children }: ComponentNode<'Equation'>, file: VFile): void {
  const reason = 'Invalid content of `Equation`: expected one formula between two lines of `$$`';
  report(file, children[0] ?? { position }, { rule: 'misplaced-component', reason });
}

function reportNumber(formula: Math, file: VFile): void {
  const [found] = numbers.exec(formula.value) ?? [];
  if (found === undefined) return;
  const instead = found.startsWith('\\begin') ? 'write `aligned` or `gathered`' : 'leave it out';
  const reason = `Invalid \`${found}\` in an \`Equation\`: expected none, because the component has a number; ${instead}`;
  report(file, formula, { rule: 'numbered-twice', reason });
}
