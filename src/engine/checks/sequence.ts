import { createMessage, type Message } from '../model/message.ts';
import type { Review } from '../model/review.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';

/** The sequence in `review.yaml` names every essay once. */
export function checkSequence({ config, slugs }: Review): Message[] {
  const { file, value, positionOf } = config;
  const listed = value.essays.flatMap((slug, index) => {
    const position = positionOf(['essays', index]);
    if (value.essays.indexOf(slug) < index) {
      return [createMessage('listed-twice', `Unexpected second \`${slug}\`, expected each essay once`, { file, position })];
    }
    if (slugs.includes(slug)) return [];
    const reason = `Unexpected essay \`${slug}\`, expected ${slugs.length === 0 ? 'a folder of `content/essays/`' : oneOf(slugs)}`;
    return [createMessage('unknown-essay', reason + suggestionFor(slug, slugs), { file, position })];
  });
  const unlisted = slugs.filter((slug) => !value.essays.includes(slug));
  const position = positionOf(['essays']);
  return [
    ...listed,
    ...unlisted.map((slug) => createMessage('unlisted-essay', `Unexpected absence of \`${slug}\`, expected every essay in the sequence`, { file, position })),
  ];
}
