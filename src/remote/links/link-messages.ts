import { createMessageOf, type Level, type Message } from '../../engine/model/message.ts';
import type { LinkRule } from '../../engine/model/rules/index.ts';
import type { Library } from '../../engine/model/work.ts';
import { compareRecord } from './compare-record.ts';
import type { Outcome } from './outcome.ts';
import type { Target } from './targets.ts';

/** What is said of the outcomes, at every place that points there. Never an error: the context is not the author's fault. */
export function linkMessages(outcomes: ReadonlyMap<Target, Outcome>, library: Library): Message[] {
  return [...outcomes].flatMap(([target, outcome]) => [
    ...messagesAbout(target, outcome),
    ...differencesOf(target, outcome, library),
  ]);
}

function messagesAbout(target: Target, outcome: Outcome): Message[] {
  return target.places.flatMap(({ written, ...place }) => {
    const said = say(target, outcome, written);
    return said === null
      ? []
      : [createMessageOf({ id: said.rule, level: said.level ?? 'warning' }, said.reason, place)];
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
        reason: `Unexpected move of \`${written}\` for good, expected its new address; write \`${outcome.to}${hash}\``,
      };
    case 'dead':
      if (kind !== 'page')
        return {
          rule: 'unknown-identifier',
          reason: `Unexpected ${labels[kind]} \`${name}\`, expected one that is registered (${outcome.why}); look for a slip of the pen`,
        };
      return {
        rule: 'dead-link',
        reason: `Unexpected dead link to \`${written}\` (${outcome.why}), expected a page${archived(outcome)}`,
      };
    case 'unreachable':
      if (kind !== 'page')
        return {
          rule: 'unreachable-link',
          reason: `Unexpected failure of the ${labels[kind]} \`${name}\` (${outcome.why}), expected an answer; try again later`,
        };
      return {
        rule: 'unreachable-link',
        reason: `Unexpected failure of \`${written}\` (${outcome.why}), expected a page${archived(outcome)}`,
      };
    case 'busy':
      return {
        rule: 'unchecked-link',
        level: 'hint',
        reason: `Unexpected answer 429 for \`${written}\`, expected a page; it was asked too often, so try again later`,
      };
    case 'refused':
      return {
        rule: 'unchecked-link',
        level: 'hint',
        reason: `Unexpected answer ${outcome.status} for \`${written}\`, expected a page; programs are not let in, so look at it yourself`,
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
