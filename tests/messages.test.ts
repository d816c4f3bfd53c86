import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { rules } from '../src/engine/checks/index.ts';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf, type Message } from '../src/engine/model/message.ts';
import { outsideRules } from '../src/engine/model/rules/index.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { casesOf, fixtures, parseFixture } from './fixture-review.ts';
import { messageForm } from './message-form.ts';

const CheckShape = z.object({ id: z.string(), description: z.string(), remedy: z.string() });
const ids = rules.map(({ id }) => id);

/** Rules about missing content, or content without a single position. Their messages only name a file. */
const withoutPlace = new Map([
  ['missing-file', 'the file is not there'],
  ['unreadable-file', 'nothing of the file is known'],
]);

/** Rules that no fixture can violate. */
const withoutFixture = new Map([
  ['undrawn-figure', 'the check of content reads no picture; tests/post-images.test.ts draws some'],
  ['unreadable-file', 'the disk has to fail; tests/robust.test.ts shows it'],
  ['unprintable-character', 'a paper has to be written; tests/preprint.test.ts writes one'],
  ['unprintable-formula', 'a paper has to be written; tests/preprint.test.ts writes one'],
  ['failed-preprint', 'LaTeX has to refuse a paper; tests/preprint.test.ts reads a log of it'],
  ['untidy-preprint', 'LaTeX has to warn; tests/preprint.test.ts reads a log of it'],
  ['lost-in-post', 'good content comes through the forum whole; tests/forum-model.test.ts breaks posts by hand'],
  ...outsideRules.map(({ id }) => [id, 'a server has to answer wrongly; tests/links.test.ts shows each'] as const),
]);

/**
 * Returns the rule of a fixture. The fixture's name is the rule, with a suffix if there are several: `mdx-syntax`,
 * `mdx-syntax-brace`.
 */
const ruleOf = (name: string): string | undefined =>
  ids.filter((id) => name === id || name.startsWith(`${id}-`)).toSorted((a, b) => b.length - a.length)[0];

/** Most fixtures are too short for some rules. Messages of those rules appear only in their own fixtures. */
const belongs = (message: Message, rule: string | undefined): boolean =>
  message.ruleId === rule || (levelOf(message) !== 'hint' && message.ruleId !== 'no-limits');

describe('what is wrong is said with its place', () => {
  it.each(casesOf('messages'))('%s', async (name) => {
    const folder = join(fixtures, 'messages', name);
    const messages = parseFixture(folder, createParseCache({ prints: false })).messages.filter((message) =>
      belongs(message, ruleOf(name)),
    );
    expect(messages.map(({ ruleId }) => ruleId)).toContain(ruleOf(name));
    for (const { reason, ruleId, line, column, file } of messages) {
      expect(reason).toMatch(messageForm);
      expect(ids).toContain(ruleId);
      expect(file).toMatch(/^(?:content|bibliography)/);
      if (!withoutPlace.has(ruleId ?? '')) expect([line, column]).toEqual([expect.any(Number), expect.any(Number)]);
    }
    await expect(formatMessages(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'));
  });

  it('says nothing of a review in which nothing is wrong', () => {
    const { messages } = parseFixture(join(fixtures, 'no such fixture'));
    expect(formatMessages(messages.filter((message) => levelOf(message) !== 'hint'))).toBe('');
  });
});

describe('the catalogue of rules', () => {
  it('has a fixture for every rule, and at least 60 in all', () => {
    const shown = new Set(casesOf('messages').map(ruleOf));
    expect(ids.filter((id) => !shown.has(id) && !withoutFixture.has(id))).toEqual([]);
    expect(casesOf('messages').length).toBeGreaterThanOrEqual(60);
  });

  it('names each rule once and tells what it looks for and what to write instead', () => {
    expect([...new Set(ids)]).toEqual(ids);
    for (const { description, remedy } of rules)
      for (const text of [description, remedy]) expect(text).toMatch(/^[A-Z`“].{10,}[.`]$/);
  });

  it('holds every check of its folder, under the name of the file', () => {
    const modules = import.meta.glob<Record<string, unknown>>('../src/engine/checks/*.ts', { eager: true });
    const found = Object.entries(modules).flatMap(([path, exports]) =>
      Object.values(exports).flatMap((value) => {
        const { data } = CheckShape.safeParse(value);
        return data === undefined ? [] : [{ id: data.id, file: basename(path, '.ts') }];
      }),
    );
    expect(found.length).toBeGreaterThan(30);
    expect(found.filter(({ id, file }) => id !== file)).toEqual([]);
    expect(found.filter(({ id }) => !ids.includes(id))).toEqual([]);
  });
});
