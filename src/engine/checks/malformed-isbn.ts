import type { Check } from '../model/rule.ts';

export const malformedIsbn: Check = {
  id: 'malformed-isbn',
  level: 'warning',
  description: 'An ISBN does not have 10 or 13 digits, or its check digit is wrong. A digit is probably mistyped.',
  remedy: 'Copy the number from the book. Hyphens and spaces do not matter.',
  check: ({ entries }) =>
    [...entries.values()].flatMap(({ key, file, valueOf, positionOf }) =>
      numbersIn(valueOf('isbn') ?? '')
        .filter((isbn) => !isIsbn(isbn.replace(/[\s-]/g, '')))
        .map((isbn) => {
          const reason = `Invalid ISBN \`${isbn}\` of \`${key}\`: expected 10 or 13 digits with a check digit that fits`;
          return { file, position: positionOf('isbn'), reason };
        }),
    ),
};

/** Splits a field with several numbers at commas and semicolons, and at spaces if every word is a whole number. */
function numbersIn(text: string): string[] {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter((part) => part !== '');
  return parts.flatMap((part) =>
    part.split(/\s+/).every((word) => /^[\dXx-]{10,}$/.test(word)) ? part.split(/\s+/) : [part],
  );
}

function isIsbn(isbn: string): boolean {
  const digits = Array.from(isbn.toUpperCase(), (digit, index) => (digit === 'X' && index === 9 ? 10 : Number(digit)));
  if (digits.some((digit) => Number.isNaN(digit))) return false;
  if (digits.length === 10) return sum(digits, (index) => 10 - index) % 11 === 0;
  return digits.length === 13 && sum(digits, (index) => (index % 2 === 0 ? 1 : 3)) % 10 === 0;
}

const sum = (digits: readonly number[], weight: (index: number) => number): number =>
  digits.reduce((all, digit, index) => all + digit * weight(index), 0);
