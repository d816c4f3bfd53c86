/** A form of citation: `write` is the source, `use` what it is for. */
export type CitationForm = { write: string; use: string };

/** Every form of citation that the engine reads. */
export const citationForms: readonly CitationForm[] = [
  { write: 'Metabolism rises as a power of mass [@doe1932body].', use: 'A work in brackets.' },
  {
    write: 'Both fit it [@doe1932body; @roe2003mammals].',
    use: 'Several works, with `;` between them. They print in the order of the style.',
  },
  {
    write: 'They disagree [see @doe1932body, for the first].',
    use: 'Words before a work and after it. Emphasis, links and formulas may stand in them.',
  },
  {
    write: 'It bends [@roe2003mammals, p. 7].',
    use: 'A place in the work. `pp.`, `ch.`, `sec.`, `fig.`, `tab.`, `vol.`, `n.`, `§` and their long forms are known; a number alone is a page.',
  },
  {
    write: 'It bends [@roe2003mammals, {app. B}, again].',
    use: 'A place in braces, where it would not be recognised, or where it has to end.',
  },
  { write: 'It bends [@roe2003mammals{}, 2 of 3 times].', use: 'Empty braces: what follows is no place.' },
  {
    write: 'Doe [-@doe1932body].',
    use: 'The year alone, where the sentence names the authors.',
  },
  { write: '@roe2003mammals argue that it does.', use: 'The authors as part of the sentence.' },
  { write: '@roe2003mammals [pp. 3–5] argue that it does.', use: 'The same with a place.' },
  { write: '@roe2003mammals [p. 3; see also @doe1932body] argue it.', use: 'The same with more works.' },
  {
    write: 'Size matters [@{noe:1983/body}].',
    use: 'A key in braces, whatever characters it holds.',
  },
  {
    write: 'Two of one year [@roe2005scaling; @roe2005sample].',
    use: 'Works of the same authors and year are told apart by themselves.',
  },
  {
    write: 'Write to someone\\@example.org.',
    use: 'No citation: `\\@` is the character. In an e-mail address it may stand bare, for a citation does not begin within a word.',
  },
];
