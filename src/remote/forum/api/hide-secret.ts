/** Removes a secret from a text, in any of its encodings. */
export function hideSecret(text: string, secret: string | null): string {
  if (secret === null || secret === '') return text;
  const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return [...new Set(spellings)]
    .toSorted((a, b) => b.length - a.length)
    .reduce((hidden, spelling) => hidden.replaceAll(spelling, '…'), text);
}
