export const words =
  `model loss scale data train task error token network layer law curve compute limit proof claim result study
method reason oversight judge agent research question measure sample bound circuit depth width noise signal feature gradient
policy reward human system skill test score trend budget transfer domain shift method evidence answer doubt`.split(
    /\s+/,
  );
const endings = 'er o sson ini ova as ez ic ahl ton mann wick ley ard berg quist ura ado ek ius and oux enko ani ott';
const combine = (starts: string): string[] =>
  starts.split(' ').flatMap((start) => endings.split(' ').map((end) => start + end));
/** Surnames by difficulty. */
export const families = {
  // With this many names, 40% of works have a first author whose surname another author shares, as among 331 works
  // looked up for the first review.
  plain: combine(
    'Adl Bak Cast Dietr Erik Ferr Garc Hadd Ibr Jans Kow Lind Mar Nak Okaf Petr Quist Ross Silv Tan Ued Varg Wang Yilm Zhang',
  ),
  // Four hundred names, a quarter of them with accents.
  hard: combine('Adl Bak Cást Dietr Erik Ferr Gàrc Hadd Ibr Jøns Kow Lind Mül Nak Okaf Petr'),
};
export const maxAuthors = { plain: 5, hard: 6 };
export const given =
  'Anna Boris Chen Dora Emil Fatima Goran Hana Ivan Jin Kaya Lena Mira Nils Olga Pedro Rui Sara Tomas Uma'.split(' ');
export const tex = [
  'L(N) = (N_c / N)^{\\alpha_N}',
  'E + \\frac{A}{N^\\alpha} + \\frac{B}{D^\\beta}',
  '\\mathsf{TC}^0',
  '\\sum_{i=1}^{n} x_i^2',
  '\\hat{y} = \\sigma(Wx + b)',
];
