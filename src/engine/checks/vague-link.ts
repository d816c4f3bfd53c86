import type { About, Essay } from '../model/essay.ts';
import { plainText } from '../model/plain-text.ts';
import { textsOf } from '../model/published.ts';
import type { Check, Problem } from '../model/rule.ts';
import { stringsOf } from '../model/strings/index.ts';
import { SKIP, walk } from '../model/walk.ts';

export const vagueLink: Check = {
  id: 'vague-link',
  level: 'warning',
  description:
    'The text of a link does not say where it leads: “here”, “this link”, “read more”. Readers who move from link to link, for example with a screen reader, need a meaningful text.',
  remedy: 'Link the words that name the target: `[the essay on the other question](/essays/another-essay/)`.',
  check: (review) => {
    const vague = new Set(stringsOf(review.config.value.locale).prose.vagueLinks);
    return textsOf(review).flatMap((text) => checkText(text, vague));
  },
};

function checkText({ path, tree }: Essay | About, vague: ReadonlySet<string>): Problem[] {
  const problems: Problem[] = [];
  walk(tree, (node) => {
    if (node.type === 'references' || node.type === 'citation') return SKIP;
    if (node.type !== 'link') return undefined;
    const text = plainText(node).trim();
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .trim();
    if (!vague.has(words)) return undefined;
    problems.push({
      file: path,
      position: node.position,
      reason: `Invalid link text “${text}”: expected words that say where the link leads`,
    });
    return undefined;
  });
  return problems;
}
