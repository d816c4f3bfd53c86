import { createMessageOf, type Level, type Message } from '../../engine/model/message.ts';
import type { LinkRule } from '../../engine/model/rules/index.ts';
import type { Library } from '../../engine/model/work.ts';
import { compareRecord } from './compare-record.ts';
import type { Outcome } from './outcome.ts';
import type { Target } from './targets.ts';

/**
 * Returns messages about outcomes, at every location of each link. They are never errors, because the network is not
 * the author's fault.
 */
export function linkMessages(outcomes: ReadonlyMap<Target, Outcome>, library: Library): Message[] {
  return [...outcomes].flatMap(([target, outcome]) => [
    ...messagesAbout(target, outcome),
    ...differencesOf(target, outcome, library),
  ]);
}

function messagesAbout(target: Target, outcome: Outcome): Message[] {
  return target.locations.flatMap(({ written, ...location }) => {
    const said = say(target, outcome, written);
    return said === null
      ? []
      : [createMessageOf({ id: said.rule, level: said.level ?? 'warning' }, said.reason, location)];
  });
}

function say(
  { kind, name }: Target,
  outcome: Outcome,
  written: string,
): { rule: LinkRule; reason: string; level?: Level } | null {
  const hash = URL.parse(written)?.hash ?? '';
  switch (outcome.kind) {
    case 'fine':
      return null;
    case 'moved':
      return {
        rule: 'moved-link',
        reason: `Invalid address \`${written}\`, which has moved for good: write \`${outcome.to}${hash}\``,
      };
    case 'dead':
      if (kind !== 'page')
        return {
          rule: 'unknown-identifier',
          reason: `Unknown ${labels[kind]} \`${name}\` (${outcome.why}): expected one that is registered; look for a typing error`,
        };
      return {
        rule: 'dead-link',
        reason: `Invalid link to \`${written}\` (${outcome.why}): expected a page${archived(outcome)}`,
      };
    case 'unreachable':
      if (kind !== 'page')
        return {
          rule: 'unreachable-link',
          reason: `Missing answer for the ${labels[kind]} \`${name}\` (${outcome.why}); try again later`,
        };
      return {
        rule: 'unreachable-link',
        reason: `Missing answer from \`${written}\` (${outcome.why}): expected a page${archived(outcome)}`,
      };
    case 'busy':
      return {
        rule: 'unchecked-link',
        level: 'hint',
        reason: `Invalid answer 429 of \`${written}\`: the host limits requests; try again later`,
      };
    case 'refused':
      return {
        rule: 'unchecked-link',
        level: 'hint',
        reason: `Invalid answer ${outcome.status} of \`${written}\`: the host refuses programs; open the page in a browser`,
      };
  }
}

const labels = { doi: 'DOI', arxiv: 'arXiv id', page: 'address' };

function archived({ copy }: Extract<Outcome, { kind: 'dead' | 'unreachable' }>): string {
  return copy === null
    ? '; web.archive.org knows no copy'
    : `; web.archive.org has a copy of ${copy.on}: \`${copy.url}\``;
}

function differencesOf({ kind, name, keys }: Target, outcome: Outcome, library: Library): Message[] {
  if (outcome.kind !== 'fine' || outcome.record === null || kind === 'page') return [];
  const { record } = outcome;
  const source = kind === 'arxiv' ? `arXiv’s record of \`${name}\`` : `the record of the DOI \`${name}\``;
  return [...new Set(keys)].flatMap((key) => {
    const work = library.get(key);
    if (work === undefined) return [];
    return compareRecord(work, record, source).map(({ rule, reason }) =>
      createMessageOf({ id: rule, level: 'warning' }, reason, work),
    );
  });
}
