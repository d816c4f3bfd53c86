/** A text without a secret, however the secret is written in it. */
export function hideSecret(text: string, secret: string | null): string {
  if (secret === null || secret === '') return text;
  const spellings = [secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)];
  return [...new Set(spellings)]
    .toSorted((a, b) => b.length - a.length)
    .reduce((hidden, spelling) => hidden.replaceAll(spelling, '…'), text);
}
