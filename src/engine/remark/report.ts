import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { createMessage } from '../model/message.ts';
import type { ParserRule } from '../model/rules/index.ts';

/** Adds a message about a node to its file. */
export function report(
  file: VFile,
  node: Pick<Node, 'position'> | undefined,
  {
    rule,
    reason,
  }: {
    rule: ParserRule;
    reason: string;
  },
): void {
  file.messages.push(createMessage(rule, reason, { file: file.path, position: node?.position }));
}
