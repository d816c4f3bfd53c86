import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { suggestionFor } from '../model/suggestion.ts';

/** What `content/works.yaml` says, it says of works of the library. */
export function checkRemarks({ remarks, library, broken }: Review): Message[] {
  const { file, value, positionOf } = remarks;
  const keys = [...library.keys()];
  const unknown = Object.keys(value).filter((key) => !library.has(key) && !broken.has(key));
  return unknown.map((key) => {
    const reason = `Unexpected work \`${key}\`, expected a key of \`bibliography/\`${suggestionFor(key, keys)}`;
    return createMessage('unknown-work', reason, { file, position: positionOf([key]) });
  });
}
