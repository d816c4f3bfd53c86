import * as z from 'zod';
import { certainties, directions } from './certainty.ts';

const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[a-z0-9-]+$`), `an id such as \`${prefix}-example\``)
    .describe(`What \`[](#${prefix}-example)\` refers to it by: \`${prefix}-\` and lower-case words.`);

/**
 * The closed list of components that an essay may use.
 *
 * `props` is what an author may write, each described for the guide in plain text with code in backticks; `content` says what stands inside: blocks (`flow`),
 * blocks or words of a sentence (`either`), or nothing (`none`); `label` names what a numbered component is called.
 */
export const vocabulary = {
  Figure: {
    description: 'An image with its caption as children; numbered.',
    props: z.strictObject({
      id: id('fig'),
      src: z.string().min(1).describe('A file beside the essay, as `./loss.svg`.'),
      alt: z.string().trim().min(1).describe('What it shows, for who cannot see it.'),
      credit: z.string().trim().min(1).optional().describe('Who made it, or from what.'),
    }),
    content: 'flow',
    label: 'figure',
  },
  Table: {
    description: 'A table, and after it the caption; numbered.',
    props: z.strictObject({ id: id('tab') }),
    content: 'flow',
    label: 'table',
  },
  Note: {
    description: 'An aside that stands in the margin beside its line.',
    props: z.strictObject({}),
    content: 'either',
    label: null,
  },
  Details: {
    description: 'A part that opens when asked for, such as a derivation.',
    props: z.strictObject({ summary: z.string().trim().min(1).describe('The line that is always there.') }),
    content: 'flow',
    label: null,
  },
  Theorem: {
    description: 'A theorem, lemma, definition or conjecture; numbered, each kind for itself.',
    props: z.strictObject({
      id: id('thm').optional(),
      kind: z.enum(['theorem', 'lemma', 'definition', 'conjecture']).default('theorem').describe('What it is called.'),
      title: z.string().trim().min(1).optional().describe('A name, in parentheses after the number.'),
    }),
    content: 'flow',
    label: 'theorem',
  },
  Finding: {
    description:
      'A claim that bears on one of the considerations of the review, with the citations that it rests on, which way it points and how certain it is; numbered.',
    props: z.strictObject({
      id: id('find'),
      consideration: z.string().trim().min(1).describe('An id of `content/considerations.yaml`.'),
      direction: z
        .enum(directions)
        .describe('`for` or `against` the promise of what the review asks about, or `mixed`.'),
      certainty: z.enum(certainties).describe('How certain the claim is: at most what its reasons allow.'),
      because: z.string().describe('The reasons for that certainty, with commas between them: `one-group, indirect`.'),
    }),
    content: 'flow',
    label: 'finding',
  },
  Embed: {
    description: 'A page of another site in a frame, such as a live question of a prediction market.',
    props: z.strictObject({
      src: z
        .url({ protocol: /^https$/ })
        .describe('The address of the page; its host is one of `embeds` in `content/review.yaml`.'),
      title: z.string().trim().min(1).describe('What it is, as it stands below it.'),
    }),
    content: 'none',
    label: null,
  },
  Withheld: {
    description:
      'A part that no output shows: what stands inside is dropped when the essay is read, and the reason stands in its place.',
    props: z.strictObject({ reason: z.string().trim().min(1).describe('Why it is withheld; readers see this.') }),
    content: 'either',
    label: null,
  },
} as const;

export type ComponentName = keyof typeof vocabulary;
export type Props<Name extends ComponentName> = z.infer<(typeof vocabulary)[Name]['props']>;

const schemas: { [Name in ComponentName]: { props: z.ZodType<Props<Name>> } } = vocabulary;

/** Checks the props of a component as an author wrote them. */
export const parseProps = <Name extends ComponentName>(name: Name, given: unknown) =>
  schemas[name].props.safeParse(given);

export const componentNames: readonly string[] = Object.keys(vocabulary);

export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(vocabulary, name);
