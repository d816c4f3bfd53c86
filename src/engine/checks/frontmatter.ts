import type { Essay } from '../model/essay.ts';
import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';

/** What one field of the frontmatter says agrees with the others. */
export function checkFrontmatter({ essays }: Review): Message[] {
  return essays.flatMap((essay) => [...checkClearance(essay), ...checkDrafting(essay), ...checkDays(essay)]);
}

function checkClearance({ path, frontmatter: { clearance }, positionOf }: Essay): Message[] {
  if (clearance.status !== 'cleared' || (clearance.by !== undefined && clearance.on !== undefined)) return [];
  const reason = 'Unexpected clearance without a name or a day, expected `by` (an author, or `checklist`) and `on`';
  return [createMessage('incomplete-clearance', reason, { file: path, position: positionOf(['clearance']) })];
}

function checkDrafting({ path, frontmatter: { drafting }, positionOf }: Essay): Message[] {
  const withModel = drafting.mode !== 'human';
  if (withModel === drafting.models.length > 0) return [];
  const reason = withModel
    ? `Unexpected \`${drafting.mode}\` drafting without a model, expected its exact name in \`models\``
    : 'Unexpected models of a human draft, expected none; write `mode: assisted` where a model wrote text';
  return [createMessage('incomplete-drafting', reason, { file: path, position: positionOf(['drafting']) })];
}

function checkDays({ path, frontmatter: { published, updated }, positionOf }: Essay): Message[] {
  if (updated >= published) return [];
  const reason = `Unexpected update on ${updated}, expected a day not before the publication on ${published}`;
  return [createMessage('updated-before-published', reason, { file: path, position: positionOf(['updated']) })];
}
