import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';

/** There is something to cite. */
export function checkEmptyLibrary({ library, broken }: Review): Message[] {
  if (library.size > 0 || broken.size > 0) return [];
  const reason = 'Unexpected empty library, expected at least one entry; export a `.bib` file into `bibliography/`';
  return [createMessage('empty-library', reason, { file: 'bibliography' })];
}
