import type { ComponentNode } from './nodes.ts';
import type { ComponentName } from './vocabulary.ts';

/** A table with one function per component of the vocabulary. A table with a missing component does not compile. */
export type Components<Context, Result> = {
  [Name in ComponentName]: (node: ComponentNode<Name>, context: Context) => Result;
};

/** Calls the table's function for a component. */
export const dispatchComponent = <Name extends ComponentName, Context, Result>(
  table: Components<Context, Result>,
  node: ComponentNode<Name>,
  context: Context,
): Result => table[node.name](node, context);
