/** Returns true if an address is reserved for examples. */
export const isPlaceholder = (baseUrl: string): boolean =>
  /(?:^|\.)(?:example\.(?:org|com|net)|localhost)$|\.(?:example|invalid|test)$/.test(new URL(baseUrl).hostname);

/** Returns a warning if the review's address is reserved for examples, otherwise an empty text. */
export function warnOfPlaceholder(baseUrl: string): string {
  if (!isPlaceholder(baseUrl)) return '';
  return `content/review.yaml: warning  \`baseUrl\` is an example (${baseUrl}): pictures and links of posts lead nowhere. Write the address at which the site is published.\n`;
}
