import { createMessage, type Message } from '../model/message.ts';
import type { Located, ReviewConfig } from '../model/review.ts';
import { isSpoken } from '../model/strings/index.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { findLocale, findStyle, localeNames, styleNames } from './citation-js.ts';

/** Whether the review's style and locale can be printed with; `texts` holds the files of its project. */
export function checkStyle(
  { file, value, positionOf }: Located<ReviewConfig>,
  texts: ReadonlyMap<string, string>,
): Message[] {
  const { style, locale } = value;
  const xml = texts.get(style) ?? findStyle(style);
  const messages: Message[] = [];
  const say = (field: 'style' | 'locale', reason: string): void =>
    void messages.push(createMessage(`unknown-${field}`, reason, { file, position: positionOf([field]) }));
  if (xml === null) {
    const known = styleNames();
    say(
      'style',
      `Unknown style \`${style}\`: expected ${oneOf(known)} or the path of a \`.csl\` file under \`content/\`${suggestionFor(style, known)}`,
    );
  } else if (!/<citation\b[\s\S]*<layout\b/.test(xml)) {
    say(
      'style',
      `Invalid style file \`${style}\`: expected a style in the Citation Style Language, with a \`<citation>\``,
    );
  }
  if (findLocale(locale) === null || !isSpoken(locale)) {
    const known = localeNames().filter(isSpoken);
    say('locale', `Unknown locale \`${locale}\`: expected ${oneOf(known)}${suggestionFor(locale, known)}`);
  }
  return messages;
}
