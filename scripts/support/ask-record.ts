import { WorkSupport } from '../../src/engine/model/support.ts';
import { WebUrl } from '../../src/engine/model/url.ts';

/** Asks a question and returns the trimmed answer, or null if the terminal was closed. */
export type Ask = (question: string) => Promise<string | null>;

/** An answer: the result, or `skip` to leave the pair open, or `quit` to end the questions. */
export type Answer = WorkSupport | 'skip' | 'quit';

type Context = { ask: Ask; print: (line: string) => void; entry: string; today: string; link: string | null };

const verdicts: Readonly<Record<string, 'supported' | 'partly' | 'skip' | 'quit'>> = {
  s: 'supported',
  p: 'partly',
  '': 'skip',
  q: 'quit',
};
const readingsByLetter: Readonly<Record<string, WorkSupport['read']>> = {
  f: 'full-text',
  e: 'excerpt',
  a: 'abstract',
  r: 'retelling',
};

/** Asks how a work supports a sentence. */
export async function askRecord({ ask, print, entry, today, link }: Context): Promise<Answer> {
  const choose = async <Value>(question: string, values: Readonly<Record<string, Value>>): Promise<Value | 'quit'> => {
    const answer = await ask(question);
    if (answer === null) return 'quit';
    const value = values[answer.toLowerCase().slice(0, 1)];
    if (value !== undefined) return value;
    print(`Unknown answer \`${answer}\`.`);
    return choose(question, values);
  };
  const write = async (question: string, fallback: string | null = null): Promise<string | null> => {
    const answer = await ask(`${question}${fallback === null ? '' : ` [${fallback}]`}: `);
    return answer === '' ? (fallback ?? write(question)) : answer;
  };
  const verdict = await choose('Verdict, [s]upported or [p]artly; Enter leaves it open, [q]uit: ', verdicts);
  if (verdict === 'skip' || verdict === 'quit') return verdict;
  const lacks = verdict === 'partly' ? await write('What the work does not say') : undefined;
  if (lacks === null) return 'quit';
  const read = await choose('Read, [f]ull text, [e]xcerpt, [a]bstract or [r]etelling: ', readingsByLetter);
  if (read === 'quit') return 'quit';
  const where = await write('Where, as §4, table 2', read === 'abstract' ? 'abstract' : null);
  const page = where === null ? null : await askPage(write, print, link);
  const says = page === null ? null : await write('What it says there, in your own words');
  if (where === null || page === null || says === null) return 'quit';
  return { entry, verdict, ...(lacks === undefined ? {} : { lacks }), read, where, page, on: today, says };
}

async function askPage(
  write: (question: string, fallback: string | null) => Promise<string | null>,
  print: (line: string) => void,
  link: string | null,
): Promise<string | null> {
  const page = await write('Page on which it was read', link);
  if (page === null || WebUrl.safeParse(page).success) return page;
  print(`Invalid address \`${page}\`: expected one such as https://example.org/.`);
  return askPage(write, print, link);
}
