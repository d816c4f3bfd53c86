import type { Message } from '../../src/engine/model/message.ts';
import type { CheckOptions } from '../check-options.ts';
import { formatForGithub } from './github.ts';
import { formatAsJson } from './json.ts';
import { formatForPeople } from './people.ts';

export type ReportOptions = {
  /** For the addresses of rules; null where `review.yaml` could not be read. */
  baseUrl: string | null;
  /** True to show hints one by one. */
  hints: boolean;
  /** Where the report goes: a terminal may have colours. */
  stream: NodeJS.WriteStream;
};

/** Messages for who reads them. */
export const reports: Readonly<
  Record<CheckOptions['format'], (messages: readonly Message[], options: ReportOptions) => string>
> = {
  people: formatForPeople,
  json: formatAsJson,
  github: formatForGithub,
};
