import { posix } from 'node:path';
import { visit } from 'unist-util-visit';
import type { Essay } from '../model/essay.ts';
import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { suggestionFor } from '../model/suggestion.ts';

/** Every figure's image lies beside its essay. */
export function checkImages({ essays, files }: Review): Message[] {
  return essays.flatMap((essay) => checkEssay(essay, files));
}

function checkEssay({ path, tree }: Essay, files: ReadonlySet<string>): Message[] {
  const folder = posix.dirname(path);
  const beside = [...files].filter((file) => file.startsWith(`${folder}/`) && file !== path).map((file) => `./${file.slice(folder.length + 1)}`);
  const messages: Message[] = [];
  visit(tree, 'component', (node) => {
    if (node.name !== 'Figure') return;
    const image = posix.normalize(posix.join(folder, node.props.src));
    if (files.has(image) && image.startsWith(`${folder}/`)) return;
    const reason = `Unexpected image \`${node.props.src}\`, expected a file beside the essay${suggestionFor(node.props.src, beside)}`;
    messages.push(createMessage('missing-image', reason, { file: path, position: node.position?.start }));
  });
  return messages;
}
