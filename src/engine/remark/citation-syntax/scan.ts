const closers = ['}', ']', ')'] as const;
type Closer = (typeof closers)[number];
const closing: ReadonlyMap<string, Closer> = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
]);

/** Yields characters that are not escaped and not in code, math, brackets, braces, or parentheses after a bracket. */
export function* bareCharacters(text: string): Generator<{ index: number; char: string }> {
  const lengths = lengthsOfClosed(text);
  let index = 0;
  while (index < text.length) {
    const skipped = lengths[index] ?? 0;
    if (skipped === 0) yield { index, char: text.charAt(index) };
    index += Math.max(1, skipped);
  }
}

/**
 * Returns, for each index of `text`, the length of the balanced construct that begins there, such as `` `code` `` or
 * `[a link](…)`; else 0. Reads the text once, from its end, because the result for an index depends only on later
 * indexes.
 */
export function lengthsOfClosed(text: string): Uint32Array {
  const lengths = new Uint32Array(text.length);
  const runs = createRuns(text);
  /** For each closer and index, the next index of that closer; 0 if there is none. */
  const nexts = {
    '}': new Uint32Array(text.length + 1),
    ']': new Uint32Array(text.length + 1),
    ')': new Uint32Array(text.length + 1),
  };
  for (let index = text.length - 1; index >= 0; index -= 1) {
    const char = text.charAt(index);
    const length = char === '`' || char === '$' ? runs.lengthAt(index, char) : lengthOf(text, index, nexts);
    lengths[index] = length;
    const after = Math.min(text.length, index + Math.max(1, length));
    for (const closer of closers) nexts[closer][index] = char === closer ? index : (nexts[closer][after] ?? 0);
  }
  return lengths;
}

function lengthOf(text: string, index: number, nexts: Readonly<Record<Closer, Uint32Array>>): number {
  const char = text.charAt(index);
  if (char === '\\') return 2;
  const closer = closing.get(char);
  if (closer === undefined || (char === '(' && text.charAt(index - 1) !== ']')) return 0;
  const end = nexts[closer][index + 1] ?? 0;
  return end === 0 ? 0 : end + 1 - index;
}

/**
 * Creates a finder for code and formulas, which end at the next run of at least as many characters. The text is read
 * backwards.
 */
function createRuns(text: string): { lengthAt: (index: number, char: '`' | '$') => number } {
  /** Runs after the index, the nearest last. Each is shorter than the one before it in the list. */
  const seen: Record<'`' | '$', Run[]> = { '`': [], $: [] };
  let run: Run = { start: text.length, length: 0 };
  return {
    lengthAt(index, char) {
      const continues = run.start === index + 1 && text.charAt(run.start) === char;
      run = { start: index, length: continues ? run.length + 1 : 1 };
      const known = seen[char];
      while ((known.at(-1)?.length ?? Infinity) < run.length) known.pop();
      const end = known.at(-1);
      if (text.charAt(index - 1) !== char) known.push(run);
      return end === undefined ? run.length : end.start + run.length - index;
    },
  };
}

type Run = { start: number; length: number };
