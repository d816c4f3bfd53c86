/** A text without secrets, however they are written in it. */
export function hideSecrets(text: string, secrets: readonly string[]): string {
  const spellings = secrets
    .filter((secret) => secret !== '')
    .flatMap((secret) => [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)]);
  return [...new Set(spellings)]
    .toSorted((a, b) => b.length - a.length)
    .reduce((hidden, spelling) => hidden.replaceAll(spelling, '…'), text);
}

/** A text without the keys of edit links, for what is said before a link has been read. */
export const hideKeys = (text: string): string => text.replace(/(\bkey(?:=|%3D))[^&\s'"`]+/gi, '$1…');
