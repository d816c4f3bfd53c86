import * as z from 'zod';
import { readArguments, refusalOf, refuse } from './arguments.ts';
import { readToday } from './today.ts';

/** The options of `npm run check`. */
const CheckOptions = z.object({
  /** Treat warnings as errors. */
  strict: z.boolean(),
  /** The format of the report. */
  format: z.enum(['people', 'json', 'github']),
  /** Show each hint. */
  hints: z.boolean(),
  /** Check every external address. */
  links: z.boolean(),
  today: z.iso.date(),
  /** The rule to explain instead of checking, if any. */
  explain: z.string().optional(),
});
export type CheckOptions = z.infer<typeof CheckOptions>;

const command = {
  name: 'check',
  help: 'Checks the review and lists every problem with its position.',
  options: {
    strict: { type: 'boolean', default: false, help: 'Treats warnings as errors.' },
    hints: { type: 'boolean', default: false, help: 'Shows hints one by one.' },
    links: { type: 'boolean', default: false, help: 'Also requests every external URL, DOI and arXiv id.' },
    format: {
      type: 'string',
      default: 'people',
      value: 'people|json|github',
      help: 'Sets the format of the report (default: `people`).',
    },
    explain: { type: 'string', value: 'RULE', help: 'Prints what a rule looks for and what to write instead.' },
    today: {
      type: 'string',
      default: readToday(),
      value: 'YYYY-MM-DD',
      help: 'Checks as on that day (default: today).',
    },
  },
} as const;

/** Reads the arguments of the command. Exits if one is unknown. */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  const { values } = readArguments(command, args);
  const { data, error } = CheckOptions.safeParse(values);
  if (data !== undefined) return data;
  const name = String(error.issues[0]?.path[0] ?? '');
  const written = Object.entries(values).find(([option]) => option === name)?.[1];
  const expected = name === 'today' ? 'a day such as 2026-11-24' : 'people, json or github';
  return refuse(refusalOf(command, `Invalid value \`${String(written)}\` of \`--${name}\`: expected ${expected}`));
}
