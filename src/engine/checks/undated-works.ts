import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';

/** Works have a date, be it "in press": an error where an essay cites the work, else a warning. */
export function checkUndatedWorks({ library, essays }: Review): Message[] {
  const cited = new Set(essays.flatMap(({ cites }) => cites));
  const undated = [...library.values()].filter(({ year, csl }) => year === null && csl.issued === undefined && csl.status === undefined);
  return undated.map(({ key, file, position }) => {
    const level = cited.has(key) ? 'error' : 'warning';
    const reason = `Unexpected absence of a date in \`${key}\`${level === 'error' ? ', which is cited' : ''}, expected \`date = {…}\``;
    return createMessage('missing-date', reason, { file, position, level });
  });
}
