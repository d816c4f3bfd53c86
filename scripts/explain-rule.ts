import { rules } from '../src/engine/checks/index.ts';
import { suggestionFor } from '../src/engine/model/suggestion.ts';
import { refuse } from './arguments.ts';

/** `npm run check -- --explain RULE`: returns the guide's text about a rule. */
export function explainRule(id: string): string {
  const rule = rules.find((one) => one.id === id);
  if (rule !== undefined) return `${rule.id} (${rule.level})\n\n${rule.description}\n\n${rule.remedy}\n`;
  const known = rules.map((one) => one.id);
  return refuse(
    `Unknown rule \`${id}\`${suggestionFor(id, known) || '; each message ends with the name of its rule.'}`,
  );
}
