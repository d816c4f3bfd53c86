import type { RuleText } from '../rule.ts';

/** Rules that hold while an essay is read. */
export const essayRules = {
  'mdx-syntax': {
    level: 'error',
    description:
      'The text of an essay cannot be read as Markdown with components. In MDX a `<` opens a component and a `{` an expression.',
    remedy: 'Write `\\<` and `\\{` for the characters themselves, and close every component that is opened.',
  },
  'missing-frontmatter': {
    level: 'error',
    description:
      'An essay does not begin with its frontmatter: title, description, domain, authors and days between two lines of `---`.',
    remedy: 'Copy the frontmatter of another essay and change it.',
  },
  'invalid-frontmatter': {
    level: 'error',
    description:
      'A field of an essay’s frontmatter is missing, unknown or of another form than expected. Nothing unknown is ignored, so that a misspelt field cannot be without effect.',
    remedy: 'Write the field as the message says.',
  },
  'no-program': {
    level: 'error',
    description:
      'An essay holds `import`, `export` or an expression in braces. Essays are content: every output has to be able to render every essay, and not all of them can run a program.',
    remedy: 'Write text, or a component with its props in quotes; `\\{` is a brace. Comments as `{/* … */}` may stay.',
  },
  'malformed-citation': {
    level: 'error',
    description: 'Brackets with an `@` in them do not make a citation, and would be printed as they stand.',
    remedy: 'Write `[see @key, p. 3; @other]`, with `;` between works, and `\\@` where no work is meant.',
  },
  'unknown-work': {
    level: 'error',
    description: 'A citation names a key that no entry of `bibliography/` has.',
    remedy: 'Correct the key, or add the work to the library; write `\\@` where no work is meant.',
  },
  'empty-library': {
    level: 'error',
    description: 'An essay cites, and there is no work in `bibliography/`: no `.bib` file, or none with an entry.',
    remedy: 'Add the work with `npm run cite`, or export a library as BibLaTeX into `bibliography/`.',
  },
  'unknown-component': {
    level: 'error',
    description:
      'An essay uses a component that is not of the closed list. Every output knows every component of the list, and none beside it.',
    remedy: 'Use a component that the message names; HTML such as `<b>` is written in Markdown: `**bold**`.',
  },
  'misplaced-component': {
    level: 'error',
    description:
      'A component stands where it cannot: one made of blocks within a paragraph, or text inside of one that has no content.',
    remedy: 'Put it on lines of its own with a blank line before and after, or close it at once: `<Embed … />`.',
  },
  'invalid-prop': {
    level: 'error',
    description:
      'A prop of a component is missing, unknown or of another form than expected. A figure without `alt`, for one, says nothing to who cannot see it.',
    remedy: 'Write the prop as the message says: `alt="Loss falls along a straight line."`.',
  },
  'bare-image': {
    level: 'error',
    description:
      'An image is written as `![…](…)`. It would have no caption, no number to refer to, and no check of its file.',
    remedy: 'Write `<Figure id="fig-loss" src="./loss.svg" alt="…">` with the caption inside.',
  },
  'refused-formula': {
    level: 'error',
    description: 'A formula cannot be printed by KaTeX. Readers would see its source.',
    remedy: 'Correct the TeX; KaTeX lists the commands that it knows.',
  },
  'price-as-formula': {
    level: 'error',
    description:
      'Two dollars have made a formula of what looks like prices. The forums read a formula only where no space stands just inside its dollars and no digit after them.',
    remedy: 'Write `\\$5` for a price, and `$x$` without spaces for a formula.',
  },
  'undefined-footnote': {
    level: 'error',
    description: 'A footnote is called that is nowhere defined. The call would be printed as it stands.',
    remedy: 'Write its text, on a line of its own: `[^name]: …`.',
  },
  'unused-footnote': {
    level: 'error',
    description: 'A footnote is defined that no place of the text calls, so that nobody would read it.',
    remedy: 'Call it where it belongs, as `[^name]`, or take it out.',
  },
  'duplicate-footnote': {
    level: 'error',
    description: 'A footnote is defined twice. The second text would be lost.',
    remedy: 'Give one of them a name of its own.',
  },
  'duplicate-id': {
    level: 'error',
    description:
      'Two figures, tables, theorems or findings of an essay share an id, so that a reference to it could mean either.',
    remedy: 'Give each an id of its own.',
  },
  'unknown-label': {
    level: 'error',
    description:
      'A link without text refers to something that has no number. `[](#fig-loss)` prints “Figure 1”, and only figures, tables, theorems and findings with an id have such a name.',
    remedy: 'Correct the id, or write the text of the link.',
  },
  'broken-anchor': {
    level: 'error',
    description: 'A link to `#…` names no heading, figure, table, theorem or finding of the essay.',
    remedy: 'Correct the anchor: that of a heading is its text in lower case with `-` between words.',
  },
  'lost-in-post': {
    level: 'error',
    description:
      'Something of an essay would not come out of the forum’s own conversion of the post. Reported by `npm run posts`.',
    remedy: 'Say it in simpler Markdown; the message names what was lost.',
  },
} as const satisfies Record<string, RuleText>;
