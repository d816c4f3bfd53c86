import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { formatMessages } from '../src/engine/model/format-messages.ts';
import { levelOf } from '../src/engine/model/message.ts';
import { renderSiteEssay } from '../src/engine/render/site/index.ts';
import { casesOf, fixtures, parseFixture } from './fixture-review.ts';

describe('an essay becomes its page', () => {
  it.each(casesOf('essays'))('%s', async (name) => {
    const folder = join(fixtures, 'essays', name);
    const { review, messages } = parseFixture(folder);
    expect(formatMessages(messages.filter((message) => levelOf(message) === 'error'))).toBe('');
    const essay = review?.essays.find(({ slug }) => slug === 'essay');
    if (!review || !essay) throw new Error('The fixture gave no essay. Read its messages.');
    const imageOf = (src: string) => ({ src, original: `/review/essays/essay/${src}` });
    const html = renderSiteEssay(essay, { library: review.library, base: '/review/', imageOf });
    await expect(`${html}\n`).toMatchFileSnapshot(join(folder, 'site.html'));
  });
});
