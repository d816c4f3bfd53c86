/** Segments text into characters as readers count them: a letter with its accents is one, and so is an emoji. */
const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** Returns the number of visible characters of a line. */
export const lengthOf = (text: string): number =>
  /^[\x20-\x7e]*$/.test(text) ? text.length : [...segmenter.segment(text)].length;

/**
 * Wraps words to lines of at most `width` characters. `\n` breaks a line; a word longer than a line gets a separate
 * line.
 */
export function wrap(text: string, width: number): string[] {
  return text.split('\n').flatMap((paragraph) => {
    const lines: string[] = [];
    let line: string[] = [];
    let length = -1;
    for (const word of paragraph.split(/[ \t]+/).filter((part) => part !== '')) {
      const more = lengthOf(word) + 1;
      if (line.length > 0 && length + more > width) {
        lines.push(line.join(' '));
        [line, length] = [[], -1];
      }
      line.push(word);
      length += more;
    }
    return [...lines, line.join(' ')];
  });
}

/** Adds a hanging indent: the marker before the first line, and spaces of its width before the others. */
export function hangingIndent(lines: readonly string[], marker: string): string[] {
  const space = ' '.repeat(lengthOf(marker));
  return lines.map((line, index) => `${index === 0 ? marker : space}${line}`.trimEnd());
}
