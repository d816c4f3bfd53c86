import type { Node } from 'unist';
import type { VFile } from 'vfile';
import { createMessage, type Level } from '../model/message.ts';

/** Adds a message about a node to its file. */
export function report(file: VFile, node: Pick<Node, 'position'> | undefined, { rule, reason, level = 'error' }: {
  rule: string;
  reason: string;
  level?: Level;
}): void {
  file.messages.push(createMessage(rule, reason, { file: file.path, position: node?.position, level }));
}
