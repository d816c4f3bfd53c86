/** A form of citation: `write` is the source, `use` what it is for. */
export type CitationForm = { write: string; use: string };

/** Every form of citation that the engine reads. */
export const citationForms: readonly CitationForm[] = [
  { write: 'Metabolism rises as a power of mass [@kleiber1932body].', use: 'A work in brackets.' },
  {
    write: 'Both fit it [@kleiber1932body; @white2003mammalian].',
    use: 'Several works, with `;` between them. They print in the order of the style.',
  },
  {
    write: 'They disagree [see @kleiber1932body, for the first].',
    use: 'Words before a work and after it. Emphasis, links and formulas may stand in them.',
  },
  {
    write: 'It bends [@white2003mammalian, p. 7].',
    use: 'A place in the work. `pp.`, `ch.`, `sec.`, `fig.`, `tab.`, `vol.`, `n.`, `§` and their long forms are known; a number alone is a page.',
  },
  {
    write: 'It bends [@white2003mammalian, {app. B}, again].',
    use: 'A place in braces, where it would not be recognised, or where it has to end.',
  },
  { write: 'It bends [@white2003mammalian{}, 2 of 3 times].', use: 'Empty braces: what follows is no place.' },
  {
    write: 'Kleiber [-@kleiber1932body].',
    use: 'The year alone, where the sentence names the authors.',
  },
  { write: '@white2003mammalian argue that it does.', use: 'The authors as part of the sentence.' },
  { write: '@white2003mammalian [pp. 3–5] argue that it does.', use: 'The same with a place.' },
  { write: '@white2003mammalian [p. 3; see also @kleiber1932body] argue it.', use: 'The same with more works.' },
  {
    write: 'Size matters [@{peters:1983/body}].',
    use: 'A key in braces, whatever characters it holds.',
  },
  {
    write: 'Two of one year [@white2005allometric; @white2005sample].',
    use: 'Works of the same authors and year are told apart by themselves.',
  },
  {
    write: 'Write to someone\\@example.org.',
    use: 'No citation: `\\@` is the character. In an e-mail address it may stand bare, for a citation does not begin within a word.',
  },
];
