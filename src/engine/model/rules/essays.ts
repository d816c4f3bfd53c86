import type { RuleText } from '../rule.ts';

/** Rules of the essay parser. */
export const essayRules = {
  'mdx-syntax': {
    level: 'error',
    description: 'The text of an essay is not valid MDX. In MDX, `<` starts a component and `{` starts an expression.',
    remedy: 'Write `\\<` and `\\{` for the characters, and close every component.',
  },
  'missing-frontmatter': {
    level: 'error',
    description:
      'An essay does not begin with frontmatter: title, description, domain, authors and dates between two lines of `---`.',
    remedy: 'Copy the frontmatter of another essay and change it.',
  },
  'invalid-frontmatter': {
    level: 'error',
    description:
      'A field of an essay’s frontmatter is missing, unknown or not in the expected format. Unknown fields are errors, so a misspelled field is never ignored.',
    remedy: 'Write the field as the message says.',
  },
  'no-program': {
    level: 'error',
    description:
      'An essay contains `import`, `export` or an expression in braces. Essays are content. Every output must be able to render every essay, and most outputs cannot run code.',
    remedy:
      'Write text, or a component with its props in quotes. Write `\\{` for a brace. Comments such as `{/* … */}` are allowed.',
  },
  'malformed-citation': {
    level: 'error',
    description: 'Brackets with an `@` in them are not a valid citation, and would be printed as written.',
    remedy: 'Write `[see @key, p. 3; @other]`, with `;` between works. Write `\\@` for an `@` that is not a citation.',
  },
  'unknown-work': {
    level: 'error',
    description: 'A citation names a key that is not in `bibliography/`.',
    remedy: 'Correct the key, or add the work to the bibliography. Write `\\@` for an `@` that is not a citation.',
  },
  'empty-library': {
    level: 'error',
    description: 'An essay cites a work, and `bibliography/` contains no entry.',
    remedy: 'Add the work with `npm run cite`, or export works as BibLaTeX into `bibliography/`.',
  },
  'unknown-component': {
    level: 'error',
    description:
      'An essay uses a component that does not exist. Only the components in the guide are allowed, so that every output can render them.',
    remedy: 'Use a component that the message names. Write HTML such as `<b>` in Markdown: `**bold**`.',
  },
  'misplaced-component': {
    level: 'error',
    description:
      'A component is in a wrong position: a block component inside a paragraph, text inside a component that has no content, anything but a formula inside an `Equation`, or a component that is printed with a link inside a link.',
    remedy: 'Put it on its own lines with a blank line before and after, or close it directly: `<Embed … />`.',
  },
  'invalid-prop': {
    level: 'error',
    description:
      'A prop of a component is missing, unknown or not in the expected format. For example, a figure needs `alt` for readers who cannot see it.',
    remedy: 'Write the prop as the message says: `alt="Loss falls along a straight line."`.',
  },
  'bare-image': {
    level: 'error',
    description:
      'An image is written as `![…](…)`. It would have no caption and no number, and its file would not be checked.',
    remedy: 'Write `<Figure id="fig-loss" src="./loss.svg" alt="…">` with the caption inside.',
  },
  'refused-formula': {
    level: 'error',
    description: 'KaTeX cannot render a formula. Readers would see its source.',
    remedy: 'Correct the TeX. The documentation of KaTeX lists the supported commands.',
  },
  'numbered-twice': {
    level: 'error',
    description:
      'The formula of an `Equation` numbers itself, by `\\tag` or by an environment such as `align`. Readers would see two numbers, and references would name the other one.',
    remedy: 'Leave out `\\tag`; write `aligned` for `align`, and `gathered` for `gather`.',
  },
  'price-as-formula': {
    level: 'error',
    description:
      'The text between two dollar signs looks like prices, and would be printed as a formula. The forum reads a formula only if there is no space directly inside the dollar signs and no digit after them.',
    remedy: 'Write `\\$5` for a price, and `$x$` without spaces for a formula.',
  },
  'undefined-footnote': {
    level: 'error',
    description: 'The text refers to a footnote that is not defined. The marker would be printed as written.',
    remedy: 'Write the footnote on its own line: `[^name]: …`.',
  },
  'unused-footnote': {
    level: 'error',
    description: 'A footnote is defined, and nothing refers to it. It would not be printed.',
    remedy: 'Add `[^name]` to the text, or remove the footnote.',
  },
  'duplicate-footnote': {
    level: 'error',
    description: 'A footnote is defined twice. The second definition would be ignored.',
    remedy: 'Give one of them another name.',
  },
  'duplicate-id': {
    level: 'error',
    description:
      'Two figures, tables, equations, notes, theorems or findings of an essay have the same id, so a reference to it is ambiguous.',
    remedy: 'Give each a different id.',
  },
  'unknown-label': {
    level: 'error',
    description:
      'A link without text refers to nothing that it could print. `[](#fig-loss)` prints “Figure 1”, `[](#limits)` the heading of that section, and `[](another-essay#fig-loss)` the label of a figure of another essay.',
    remedy: 'Correct the id, or write the text of the link.',
  },
  'broken-anchor': {
    level: 'error',
    description:
      'A link to `#…` does not match a heading, figure, table, equation, note, theorem or finding of the essay.',
    remedy: 'Correct the anchor. The anchor of a heading is its text in lower case with `-` between words.',
  },
  'lost-in-post': {
    level: 'error',
    description: 'The forum’s conversion of the post would lose a part of the essay. `npm run posts` reports this.',
    remedy: 'Rewrite the part in simpler Markdown. The message names what would be lost.',
  },
} as const satisfies Record<string, RuleText>;
