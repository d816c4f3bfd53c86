/** A form of citation: `write` is the source, `use` what it is for. */
export type CitationForm = { write: string; use: string };

/** Every form of citation that the engine reads. */
export const citationForms: readonly CitationForm[] = [
  { write: 'Loss falls as a power law [@kaplan2020scaling].', use: 'A work in brackets.' },
  {
    write: 'Both fit it [@kaplan2020scaling; @hoffmann2022training].',
    use: 'Several works, with `;` between them. They print in the order of the style.',
  },
  {
    write: 'They disagree [see @kaplan2020scaling, for the first].',
    use: 'Words before a work and after it. Emphasis, links and formulas may stand in them.',
  },
  {
    write: 'It bends [@hoffmann2022training, p. 7].',
    use: 'A place in the work. `pp.`, `ch.`, `sec.`, `fig.`, `tab.`, `vol.`, `n.`, `§` and their long forms are known; a number alone is a page.',
  },
  {
    write: 'It bends [@hoffmann2022training, {app. B}, again].',
    use: 'A place in braces, where it would not be recognised, or where it has to end.',
  },
  { write: 'It bends [@hoffmann2022training{}, 2 of 3 times].', use: 'Empty braces: what follows is no place.' },
  {
    write: 'Kaplan and colleagues [-@kaplan2020scaling].',
    use: 'The year alone, where the sentence names the authors.',
  },
  { write: '@hoffmann2022training argue that it does.', use: 'The authors as part of the sentence.' },
  { write: '@hoffmann2022training [pp. 3–5] argue that it does.', use: 'The same with a place.' },
  { write: '@hoffmann2022training [p. 3; see also @kaplan2020scaling] argue it.', use: 'The same with more works.' },
  {
    write: 'Attention suffices [@{DBLP:conf/nips/VaswaniSPUJGKP17}].',
    use: 'A key in braces, whatever characters it holds.',
  },
  {
    write: 'Two of one year [@merrill2023parallelism; @merrill2023expressive].',
    use: 'Works of the same authors and year are told apart by themselves.',
  },
  {
    write: 'Write to someone\\@example.org.',
    use: 'No citation: `\\@` is the character. In an e-mail address it may stand bare, for a citation does not begin within a word.',
  },
];
