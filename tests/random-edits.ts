import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { rules } from '../src/engine/checks/index.ts';
import type { Essay } from '../src/engine/model/essay.ts';
import { levelOf, type Message } from '../src/engine/model/message.ts';
import type { Review } from '../src/engine/model/review.ts';
import { walk } from '../src/engine/model/walk.ts';
import { createParseCache } from '../src/engine/parse-review.ts';
import { readCheckedReview } from '../src/engine/read-review.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { renderForumHtml, renderForumMarkdown } from '../src/engine/render/forum/index.ts';
import { renderSiteEssay } from '../src/engine/render/site/index.ts';
import { messageForm } from './message-form.ts';
import { createRandom } from './random.ts';

/**
 * Edits a file of a project at random and checks the engine's messages. It runs as a separate process, so that a hang
 * can be ended.
 */
const { values } = parseArgs({
  options: {
    project: { type: 'string', default: '' },
    file: { type: 'string', default: '' },
    from: { type: 'string', default: '0' },
    count: { type: 'string', default: '1' },
  },
});
const path = join(values.project, values.file);
const original = readFileSync(path);
// Formatted citations are tested elsewhere, and would be formatted again for every edit.
const cache = createParseCache({ prints: values.file.endsWith('.mdx') });
const ids = new Set(rules.map(({ id }) => id));
const syntax = ['\uFEFF', '\0', '\r\n', '\t', '{', '<', '[', '@', '`', '$', '\u2028', '\u{1F600}'];
const first = Number(values.from);

for (let seed = first; seed < first + Number(values.count); seed += 1) {
  process.stdout.write(`seed ${seed}\n`);
  const bytes = edit(original, createRandom(seed));
  writeFileSync(path, bytes);
  const { review, messages } = readCheckedReview(values.project, cache, { least: 'hint', today: '2026-11-24' });
  const hasResult = review !== null || messages.some((message) => levelOf(message) === 'error');
  const problems = [
    ...messages.flatMap(checkMessage),
    ...(hasResult ? [] : ['there is neither a review nor an error']),
    ...(review === null || !cache.prints ? [] : findRawCitations(review, bytes.toString('utf8'))),
  ];
  if (problems.length > 0)
    throw new Error(`Seed ${seed} of ${values.file}: ${problems.join('; ')}\n\n${bytes.toString('utf8')}`);
}
writeFileSync(path, original);

type Random = (n: number) => number;

/** Makes one to four typing errors, or errors of an editor that assumes another encoding. */
function edit(text: Buffer, random: Random): Buffer {
  let bytes = text;
  for (let left = 1 + random(4); left > 0; left -= 1) bytes = editOnce(bytes, random);
  return bytes;
}

/** Deletes, doubles or swaps some bytes, or replaces them by a random byte or by syntax. */
function editOnce(bytes: Buffer, random: Random): Buffer {
  const at = random(bytes.length);
  const length = random(8) === 0 ? 1 + random(40) : 1;
  const before = bytes.subarray(0, at);
  const inside = bytes.subarray(at, at + length);
  const after = bytes.subarray(at + length);
  const next = after.subarray(0, length);
  const edits = [
    [before, after],
    [before, inside, inside, after],
    [before, next, inside, after.subarray(next.length)],
    [before, Buffer.from([random(256)]), after],
    [before, Buffer.from(syntax[random(syntax.length)] ?? ''), after],
  ];
  return Buffer.concat(edits[random(random(4) === 0 ? 5 : 3)] ?? []);
}

/** Returns a problem if a message lacks its form, a known rule or its position. */
function checkMessage({ reason, ruleId, file, line, column }: Message): string[] {
  const hasPosition = line !== undefined && column !== undefined;
  const isGood = messageForm.test(reason) && ids.has(ruleId ?? '') && file !== undefined && hasPosition;
  return isGood ? [] : [`a message without its form or its place: ${file}:${line}:${column} ${ruleId} ${reason}`];
}

/** Removes the lines of code and formulas, in which raw citations are allowed. */
function withoutCode(output: string, { tree }: Essay): string {
  const lines: string[] = [];
  walk(tree, (node) => {
    if (node.type === 'code') lines.push([node.lang, node.meta].filter((word) => word).join(' '));
    if (node.type === 'code' || node.type === 'inlineCode' || node.type === 'math' || node.type === 'inlineMath')
      lines.push(...node.value.split('\n').filter((line) => line.trim() !== ''));
  });
  return lines.filter((line) => line !== '').reduce((text, line) => text.replaceAll(line.trim(), ''), output);
}

/** Returns raw citations in outputs, unless the author has escaped the bracket or the `@`. */
function findRawCitations({ essays, library, config }: Review, source: string): string[] {
  if (/\\\[|\[-?\\@/.test(source)) return [];
  return essays.flatMap((essay) => {
    const outputs = [
      renderSiteEssay(essay, {
        library,
        strings: stringsOf(config.value.locale),
        base: '/',
        imageOf: (src) => ({ src, original: src }),
      }),
      withoutCode(renderForumHtml(essay, { config: config.value, library }), essay),
      withoutCode(renderForumMarkdown(essay, { config: config.value, library }), essay),
    ];
    return outputs.flatMap((output) => {
      const citation = /.{0,60}\[-?@.{0,60}/.exec(
        output.replace(/<(code|pre|annotation|script)\b[\s\S]*?<\/\1>/g, ''),
      )?.[0];
      return citation === undefined ? [] : [`a raw citation in a page: ${citation}`];
    });
  });
}
