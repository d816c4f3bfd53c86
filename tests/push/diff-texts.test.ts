import { describe, expect, it } from 'vitest';
import { diffTexts } from '../../src/remote/forum/diff-texts.ts';

const versionOf = (name: string, text: string) => ({ name, title: 'A title', text });
const diff = (before: string, after: string): string =>
  diffTexts(versionOf('before', before), versionOf('after', after));

describe('a diff of two versions of a post', () => {
  it('shows the changed sentence and its neighbours, not the paragraph', () => {
    const text = 'One is first. Two falls by 5%. Three follows (A et al., 2022). Four is *last*. Smith, J. R. (2020).';
    expect(diff(text, text.replace('follows', 'follow'))).toBe(
      [
        '--- before',
        '+++ after',
        '@@ -4,3 +4,3 @@',
        ' Two falls by 5%.',
        '-Three follows (A et al., 2022).',
        '+Three follow (A et al., 2022).',
        ' Four is *last*.',
      ].join('\n'),
    );
  });

  it('shows a line break that replaced a space', () => {
    expect(diff('It is one. It is two.', 'It is one.\nIt is two.')).toContain('-It is one. It is two.');
  });

  it('is empty for equal versions', () => {
    expect(diff('One.', 'One.')).toBe('');
  });
});
