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
  ['missing-file', 'the file is missing'],
  ['unreadable-file', 'the file cannot be read'],
]);

/** Rules that no fixture can violate. */
const withoutFixture = new Map([
  ['undrawn-figure', 'the check of content draws no pictures; tests/post-images.test.ts draws some'],
  ['unreadable-file', 'the disk has to fail; tests/robust.test.ts replaces a folder by a file'],
  ['unprintable-character', 'a paper has to be written; tests/preprint.test.ts writes one'],
  ['unprintable-formula', 'a paper has to be written; tests/preprint.test.ts writes one'],
  ['failed-preprint', 'LaTeX has to reject a paper; tests/preprint.test.ts reads such a log'],
  ['untidy-preprint', 'LaTeX has to warn; tests/preprint.test.ts reads such a log'],
  ['lost-in-post', 'the forum converts valid content without loss; tests/forum-model.test.ts changes posts'],
  ...outsideRules.map(({ id }) => [id, 'a server has to respond; tests/links.test.ts starts one'] as const),
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

describe('problems are reported with their positions', () => {
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

  it('reports no error or warning for a valid review', () => {
    const { messages } = parseFixture(join(fixtures, 'no such fixture'));
    expect(formatMessages(messages.filter((message) => levelOf(message) !== 'hint'))).toBe('');
  });
});

describe('the catalogue of rules', () => {
  it('has a fixture for every rule that one can violate, and at least 60 fixtures', () => {
    const shown = new Set(casesOf('messages').map(ruleOf));
    expect(ids.filter((id) => !shown.has(id) && !withoutFixture.has(id))).toEqual([]);
    expect(casesOf('messages').length).toBeGreaterThanOrEqual(60);
  });

  it('lists each rule once, with a description and a remedy', () => {
    expect([...new Set(ids)]).toEqual(ids);
    for (const { description, remedy } of rules)
      for (const text of [description, remedy]) expect(text).toMatch(/^[A-Z`“].{10,}[.`]$/);
  });

  it('contains every check of its folder, named after its file', () => {
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
