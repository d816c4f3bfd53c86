import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf } from '../src/engine/model/message.ts';
import { casesOf, fixtures, parseFixture } from './fixture-review.ts';

describe('what is wrong is said with its place', () => {
  it.each(casesOf('messages'))('%s', async (name) => {
    const folder = join(fixtures, 'messages', name);
    const { messages } = parseFixture(folder);
    expect(messages.length).toBeGreaterThan(0);
    for (const message of messages) expect(message.reason).toMatch(/^Unexpected .*expected /s);
    await expect(formatMessages(messages)).toMatchFileSnapshot(join(folder, 'messages.txt'));
  });

  it('says nothing of a review in which nothing is wrong', () => {
    expect(formatMessages(parseFixture(join(fixtures, 'no such fixture')).messages.filter((message) => levelOf(message) === 'error'))).toBe('');
  });
});
