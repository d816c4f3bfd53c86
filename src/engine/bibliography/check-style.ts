import { createMessage, type Location, type Message } from '../model/message.ts';
import type { Located, ReviewConfig } from '../model/review.ts';
import { isSpoken } from '../model/strings/index.ts';
import { oneOf, suggestionFor } from '../model/suggestion.ts';
import { findLocale, findStyle, localeNames, styleNames } from './citation-js.ts';
import { parseCsl, type CslProblem } from './parse-csl.ts';

/** Checks that the review's style and locale exist and can be used. `texts` contains the project's files. */
export function checkStyle(
  { file, value, positionOf }: Located<ReviewConfig>,
  texts: ReadonlyMap<string, string>,
): Message[] {
  const { style, locale } = value;
  const xml = texts.get(style);
  const messages: Message[] = [];
  const say = (field: 'style' | 'locale', reason: string): void =>
    void messages.push(createMessage(`unknown-${field}`, reason, { file, position: positionOf([field]) }));
  if (xml === undefined && findStyle(style) === null) {
    const known = styleNames();
    say(
      'style',
      `Unknown style \`${style}\`: expected ${oneOf(known)} or the path of a \`.csl\` file under \`content/\`${suggestionFor(style, known)}`,
    );
  } else if (xml !== undefined) {
    const { problem } = parseCsl(xml);
    if (problem !== null) messages.push(describe(problem, style, { file, position: positionOf(['style']) }));
  }
  if (findLocale(locale) === null || !isSpoken(locale)) {
    const known = localeNames().filter(isSpoken);
    say('locale', `Unknown locale \`${locale}\`: expected ${oneOf(known)}${suggestionFor(locale, known)}`);
  }
  return messages;
}

function describe(problem: CslProblem, style: string, location: Location): Message {
  const say = (expected: string, where = location): Message =>
    createMessage('unknown-style', `Invalid style file \`${style}\`: expected ${expected}`, where);
  switch (problem.kind) {
    case 'not-xml':
      return say(`XML; ${problem.reason}`, { file: style, position: problem.point });
    case 'dependent':
      return say(`an independent style; it refers to \`${problem.parent}\`, so save that one instead`);
    case 'no-citation':
      return say('a style in the Citation Style Language, with a `<citation>` that has a `<layout>`');
  }
}
