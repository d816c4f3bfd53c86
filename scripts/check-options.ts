import { parseArgs } from 'node:util';
import * as z from 'zod';
import { readToday } from './today.ts';

/** How `npm run check` is asked. */
export type CheckOptions = {
  /** True where warnings are errors. */
  strict: boolean;
  /** Who reads the report. */
  format: 'people' | 'json' | 'github';
  /** True to show hints one by one. */
  hints: boolean;
  /** True to ask every outside address what became of it. */
  links: boolean;
  /** An ISO day. */
  today: string;
};

const usage = 'Use --strict, --hints, --links, --format people|json|github, --today YYYY-MM-DD.';

/** Reads the arguments of the command; one that it does not know ends it. */
export function readCheckOptions(args: readonly string[]): CheckOptions {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        strict: { type: 'boolean', default: false },
        format: { type: 'string', default: 'people' },
        hints: { type: 'boolean', default: false },
        links: { type: 'boolean', default: false },
        today: { type: 'string', default: readToday() },
      },
    });
    return z
      .object({
        strict: z.boolean(),
        format: z.enum(['people', 'json', 'github']),
        hints: z.boolean(),
        links: z.boolean(),
        today: z.iso.date(),
      })
      .parse(values);
  } catch {
    process.stderr.write(`The arguments \`${args.join(' ')}\` were not understood. ${usage}\n`);
    process.exit(2);
  }
}
