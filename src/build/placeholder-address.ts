/** Returns a warning if the review's address is reserved for examples, otherwise an empty text. */
export function warnOfPlaceholder(baseUrl: string): string {
  const { hostname } = new URL(baseUrl);
  if (!/(?:^|\.)(?:example\.(?:org|com|net)|localhost)$|\.(?:example|invalid|test)$/.test(hostname)) return '';
  return `content/review.yaml: warning  \`baseUrl\` is an example (${baseUrl}): pictures and links of posts lead nowhere. Write the address at which the site is published.\n`;
}
