/** Shortens a text to at most `limit` characters. It is cut after a word, with an ellipsis. */
export function shorten(text: string, limit: number): string {
  if (text.length <= limit) return text;
  const whole = text.slice(0, limit).replace(/\s+\S*$/, '');
  return `${whole.replace(/[\s.,;:–—-]+$/, '')}…`;
}
