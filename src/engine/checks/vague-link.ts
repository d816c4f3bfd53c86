import type { Essay } from '../model/essay.ts';
import { plainText } from '../model/plain-text.ts';
import type { Check, Finding } from '../model/rule.ts';
import { SKIP, walk } from '../model/walk.ts';

export const vagueLink: Check = {
  id: 'vague-link',
  level: 'warning',
  description:
    'The text of a link does not say where it leads: “here”, “this link”, “read more”. Who jumps from link to link, by eye or by screen reader, learns nothing from it.',
  remedy: 'Link the words that name the target: `[the essay on expressivity](/essays/expressivity/)`.',
  check: ({ essays }) => essays.flatMap(checkEssay),
};

const vague = new Set(
  'here,click here,click,this,that,it,link,this link,the link,this page,this site,this website,this post,this article,this paper,more,read more,see more,learn more,more information,source,see here,see this,there'.split(
    ',',
  ),
);

function checkEssay({ path, tree }: Essay): Finding[] {
  const findings: Finding[] = [];
  walk(tree, (node) => {
    if (node.type === 'references' || node.type === 'citation') return SKIP;
    if (node.type !== 'link') return undefined;
    const text = plainText(node).trim();
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s]/gu, '')
      .trim();
    if (!vague.has(words)) return undefined;
    findings.push({
      file: path,
      position: node.position,
      reason: `Unexpected link text “${text}”, expected words that say where the link leads`,
    });
    return undefined;
  });
  return findings;
}
