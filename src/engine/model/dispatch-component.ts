import type { ComponentNode } from './nodes.ts';
import type { ComponentName } from './vocabulary.ts';

/** A table with one function for each component of the vocabulary. A table that lacks one does not compile. */
export type Components<Context, Result> = {
  [Name in ComponentName]: (node: ComponentNode<Name>, context: Context) => Result;
};

/** Calls the table's function for a component. */
export const dispatchComponent = <Name extends ComponentName, Context, Result>(
  table: Components<Context, Result>,
  node: ComponentNode<Name>,
  context: Context,
): Result => table[node.name](node, context);
