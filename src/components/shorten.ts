/** The beginning of a text, at most `most` characters long: cut after a word, with an ellipsis where something is left out. */
export function shorten(text: string, most: number): string {
  if (text.length <= most) return text;
  const whole = text.slice(0, most).replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s.,;:–—-]+$/, '')}…`;
}
