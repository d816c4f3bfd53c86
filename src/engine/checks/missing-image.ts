import { posix } from 'node:path';
import { visit } from 'unist-util-visit';
import type { Essay } from '../model/essay.ts';
import type { Check, Finding } from '../model/rule.ts';
import { suggestionFor } from '../model/suggestion.ts';

export const missingImage: Check = {
  id: 'missing-image',
  level: 'error',
  description: 'The image of a figure is not a file beside its essay.',
  remedy: 'Correct the name in `src`, or put the file into the folder of the essay.',
  check: ({ essays, files }) => essays.flatMap((essay) => checkEssay(essay, files)),
};

function checkEssay({ path, tree, images }: Essay, files: ReadonlySet<string>): Finding[] {
  const folder = posix.dirname(path);
  const isBeside = (src: string): boolean => {
    const image = posix.normalize(posix.join(folder, src));
    return files.has(image) && image.startsWith(`${folder}/`);
  };
  if (images.every(isBeside)) return [];
  const beside = [...files].filter((file) => file.startsWith(`${folder}/`) && file !== path).map((file) => `./${file.slice(folder.length + 1)}`);
  const findings: Finding[] = [];
  visit(tree, 'component', (node) => {
    if (node.name !== 'Figure' || isBeside(node.props.src)) return;
    const reason = `Unexpected image \`${node.props.src}\`, expected a file beside the essay${suggestionFor(node.props.src, beside)}`;
    findings.push({ file: path, position: node.position?.start, reason });
  });
  return findings;
}
