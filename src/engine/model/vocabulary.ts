import * as z from 'zod';
import { certainties, directions } from './certainty.ts';

const id = (prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}-[a-z0-9-]+$`), `an id such as \`${prefix}-example\``)
    .describe(`The id for references such as \`[](#${prefix}-example)\`: \`${prefix}-\` and lower-case words.`);

/** The kinds of `Callout`. */
const callouts = ['note', 'caution', 'example'] as const;

/**
 * The closed list of components that an essay may use.
 *
 * `props` is the schema of the component's props. Each has a description for the guide, in plain text with code in
 * backticks. `content` is the kind of its children: blocks (`flow`), blocks or inline text (`either`), nothing
 * (`none`), nothing, inline or as a block (`void`), or inline text (`phrasing`). `label` is the key in the strings of
 * the text that references print, or null if there are no references.
 */
export const vocabulary = {
  Figure: {
    description: 'A numbered image with a caption.',
    props: z.strictObject({
      id: id('fig'),
      src: z.string().min(1).describe('A file in the folder of the essay, such as `./loss.svg`.'),
      alt: z.string().trim().min(1).describe('What the image shows, for readers who cannot see it.'),
      credit: z.string().trim().min(1).optional().describe('Who made the image, or its source.'),
    }),
    content: 'flow',
    label: 'figure',
  },
  Chart: {
    description: 'A chart that is drawn from a CSV file beside the essay, with a caption; numbered with the figures.',
    props: z.strictObject({
      id: id('fig'),
      spec: z
        .string()
        .regex(/^\.\/[\w-]+\.chart\.yaml$/, 'a file in the folder of the essay, such as `./reach.chart.yaml`')
        .describe('A specification in the folder of the essay, such as `./reach.chart.yaml`.'),
      alt: z.string().trim().min(1).describe('What the chart shows, for readers who cannot see it.'),
    }),
    content: 'flow',
    label: 'figure',
  },
  Table: {
    description: 'A numbered table, followed by its caption.',
    props: z.strictObject({ id: id('tab') }),
    content: 'flow',
    label: 'table',
  },
  Equation: {
    description: 'One display formula with its number beside it.',
    props: z.strictObject({ id: id('eq') }),
    content: 'flow',
    label: 'equation',
  },
  Note: {
    description: 'A note in the margin beside its line.',
    props: z.strictObject({ id: id('note').optional() }),
    content: 'either',
    label: 'note',
  },
  Details: {
    description: 'A collapsible section, such as a derivation.',
    props: z.strictObject({ summary: z.string().trim().min(1).describe('The line that is always visible.') }),
    content: 'flow',
    label: null,
  },
  Callout: {
    description: 'A remark in a separate box, under the name of its kind.',
    props: z.strictObject({
      kind: z.enum(callouts).describe('The kind, which is its first line.'),
    }),
    content: 'flow',
    label: null,
  },
  Theorem: {
    description: 'A theorem, lemma, definition or conjecture. Each kind is numbered separately.',
    props: z.strictObject({
      id: id('thm').optional(),
      kind: z
        .enum(['theorem', 'lemma', 'definition', 'conjecture'])
        .default('theorem')
        .describe('The kind, which is its label.'),
      title: z.string().trim().min(1).optional().describe('A name, printed in parentheses after the number.'),
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
  EvidenceMap: {
    description:
      'The evidence map: the findings of the review by consideration and literature. In posts it is a table of links.',
    props: z.strictObject({}),
    content: 'none',
    label: null,
  },
  Forecast: {
    description:
      'A forecast from elsewhere: in a sentence its newest value, with source and day; on lines of its own also the question, the resolution and the earlier values.',
    props: z.strictObject({ id: z.string().trim().min(1).describe('An id of `content/forecasts.yaml`.') }),
    content: 'void',
    label: null,
  },
  Term: {
    description:
      'Words that the glossary explains: pages show the meaning in place, and `/glossary/` lists it. Posts and plain text print only the words.',
    props: z.strictObject({ id: z.string().trim().min(1).describe('An id of `content/glossary.yaml`.') }),
    content: 'phrasing',
    label: null,
  },
  Embed: {
    description:
      'A page of another site, such as a question of a prediction market. A reader loads it with a button; without scripts it is a link.',
    props: z.strictObject({
      src: z
        .url({ protocol: /^https$/ })
        .describe('The URL of the page. Its host is listed in `embeds` in `content/review.yaml`.'),
      title: z.string().trim().min(1).describe('A title, printed below the frame.'),
    }),
    content: 'none',
    label: null,
  },
  Withheld: {
    description:
      'A part that is left out of every output. Its content is dropped when the essay is read, and the reason is printed instead.',
    props: z.strictObject({ reason: z.string().trim().min(1).describe('The reason, which readers see.') }),
    content: 'either',
    label: null,
  },
} as const;

export type ComponentName = keyof typeof vocabulary;
export type Props<Name extends ComponentName> = z.infer<(typeof vocabulary)[Name]['props']>;

const schemas: { [Name in ComponentName]: { props: z.ZodType<Props<Name>> } } = vocabulary;

/** Validates the props of a component as written. */
export const parseProps = <Name extends ComponentName>(name: Name, given: unknown) =>
  schemas[name].props.safeParse(given);

export const componentNames: readonly string[] = Object.keys(vocabulary);

export const isComponentName = (name: string): name is ComponentName => Object.hasOwn(vocabulary, name);
