/** The beginning of a text, at most `limit` characters long: cut after a word, with an ellipsis where something is left out. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = text.slice(0, limit).replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s.,;:–—-]+$/, '')}…`;
}
