const closing = new Map([
  ['[', ']'],
  ['(', ')'],
  ['{', '}'],
]);

/** Characters of a text that are not escaped and not in code, math, brackets, braces, or parentheses after a bracket. */
export function* bareCharacters(text: string): Generator<{ index: number; char: string }> {
  let index = 0;
  while (index < text.length) {
    const char = text.charAt(index);
    const skipped = lengthOfClosed(text, index);
    if (skipped === 0) yield { index, char };
    index += Math.max(1, skipped);
  }
}

/** Length of what is closed in itself at `index`, such as `` `code` `` or `[a link](…)`; 0 where nothing is. */
export function lengthOfClosed(text: string, index: number): number {
  const char = text.charAt(index);
  if (char === '\\') return 2;
  if (char === '`' || char === '$') return lengthOfRun(text, index, char);
  if (char === '[' || char === '{' || (char === '(' && text.charAt(index - 1) === ']'))
    return lengthOfBracket(text, index);
  return 0;
}

function lengthOfRun(text: string, index: number, char: string): number {
  let fence = index;
  while (text.charAt(fence) === char) fence += 1;
  const run = text.slice(index, fence);
  const end = text.indexOf(run, fence);
  return end === -1 ? run.length : end + run.length - index;
}

function lengthOfBracket(text: string, index: number): number {
  const close = closing.get(text.charAt(index));
  let at = index + 1;
  while (at < text.length && text.charAt(at) !== close) at += Math.max(1, lengthOfClosed(text, at));
  return at < text.length ? at + 1 - index : 0;
}
