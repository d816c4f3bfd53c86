import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseDocument } from 'yaml';
import { createFormatter, parseBibliography, printLibrary } from '../src/engine/bibliography/index.ts';
import { rules } from '../src/engine/checks/index.ts';
import { decodeText } from '../src/engine/decode-text.ts';
import { contentFiles } from '../src/engine/model/content-files.ts';
import { levelOf, type Message } from '../src/engine/model/message.ts';
import { stringsOf } from '../src/engine/model/strings/index.ts';
import { parseEssay } from '../src/engine/parse-essay.ts';
import { readSources } from '../src/engine/read-review.ts';
import { createEssayProcessor } from '../src/engine/remark/index.ts';
import { parseYaml } from '../src/engine/yaml/index.ts';
import { readValue } from '../src/engine/yaml/read-value.ts';
import { isLong } from './long.ts';
import { createRandom } from './random.ts';

const root = dirname(import.meta.dirname);
/** `FUZZ_SEED=17` runs only one case. */
const only = process.env.FUZZ_SEED;
const cases = only === undefined ? (isLong ? 10_000 : 300) : 1;
/** The maximum milliseconds per case, even on a busy machine. Most cases take a few hundredths of a second. */
const limitMs = 20_000;

type Random = ReturnType<typeof createRandom>;
/** The messages about a text, and whether the engine returned a value. */
type Answer = { hasValue: boolean; messages: Message[] };
type Subject = { file: string; excerptOf: (random: Random) => string; parse: (text: string) => Answer };

const { texts } = readSources(root);
const filesOf = (ending: string): string[] => [...texts.keys()].filter((file) => file.endsWith(ending));
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const library = parseBibliography(filesOf('.bib').map((file) => ({ path: file, text: read(file) })));
const printing = { library: library.library, style: 'apa', locale: 'en-US' };
const formatter = createFormatter({ ...printing, printed: printLibrary(printing) });
const strings = stringsOf('en-US');
const processor = createEssayProcessor({
  ...library,
  libraryIsWhole: true,
  formatter,
  printed: new Map(),
  strings,
  embeds: ['metaculus.com', 'manifold.markets'],
  considerations: [],
  forecasts: [],
  glossary: [],
});

/** Returns a function that selects adjacent parts of a text, so that a case does not parse the whole file. */
function neighbours(parts: readonly string[], most: number): (random: Random) => string[] {
  return (random) => {
    const start = random(parts.length);
    return parts.slice(start, start + 1 + random(most));
  };
}

const bibliographies = filesOf('.bib').map((file): Subject => {
  const some = neighbours(read(file).split(/(?=^@)/m), 5);
  return {
    file,
    excerptOf: (random) => some(random).join(''),
    parse(text) {
      const parsed = parseBibliography([{ path: file, text }]);
      expect(unaccounted(text, parsed)).toEqual([]);
      return { hasValue: true, messages: parsed.messages };
    },
  };
});

const essays = filesOf('index.mdx').map((file): Subject => {
  const [head = '', ...blocks] = read(file).split(/\n\n/);
  const some = neighbours(blocks, 6);
  return {
    file,
    excerptOf: (random) => [head, ...some(random)].join('\n\n'),
    parse(text) {
      const { essay, messages } = parseEssay({ slug: 'essay', path: file, text }, { process: processor, strings });
      return { hasValue: essay !== null, messages };
    },
  };
});

const yamls = Object.values(contentFiles).flatMap(({ file, schema }): Subject[] => {
  if (!texts.has(file)) return [];
  const some = neighbours(read(file).split(/^(?=[\w-])/m), 8);
  return [
    {
      file,
      excerptOf: (random) => some(random).join(''),
      parse(text) {
        expectSameValue(text);
        const { value, messages } = parseYaml({ file, text }, schema);
        return { hasValue: value !== null, messages };
      },
    },
  ];
});

/** Expects that the fast YAML reader and the one with positions return the same value. */
function expectSameValue(text: string): void {
  const value = readValue(text);
  if (value === undefined) return;
  const document = parseDocument(text, { uniqueKeys: false });
  expect(document.errors, text).toEqual([]);
  expect(value, text).toEqual(document.toJS());
}

const groups = [bibliographies, essays, yamls];

/** Splits, truncates, duplicates or deletes bytes, one to three times. */
function breakBytes(text: string, random: Random): Uint8Array {
  let bytes = Buffer.from(text);
  for (let left = 1 + random(3); left > 0; left -= 1) {
    const at = random(bytes.length + 1);
    const length = 1 + random(random(2) === 0 ? 3 : 200);
    const [before, inside, after] = [
      bytes.subarray(0, at),
      bytes.subarray(at, at + length),
      bytes.subarray(at + length),
    ];
    const broken = [
      [before],
      [inside, after],
      [before, after],
      [before, inside, inside, after],
      [after, before],
      [before, Buffer.from('\n\n'), inside, after],
    ];
    bytes = Buffer.concat(broken[random(broken.length)] ?? []);
  }
  return bytes;
}

/**
 * Returns keys of entries that are neither works nor mentioned in a message. Comments and the inside of other entries
 * do not count.
 */
function unaccounted(text: string, { library, broken, messages }: ReturnType<typeof parseBibliography>): string[] {
  const opening = /^[ \t]*@(?!(?:string|preamble|comment)\b)[a-z][\w-]*[ \t]*[{(][ \t]*([^\s,={}()]+)[ \t]*,/gim;
  const lineOf = (index: number): number => text.slice(0, index).split('\n').length;
  const entries = [...text.matchAll(opening)].map(({ index, 1: key = '' }) => ({ key, line: lineOf(index) }));
  const isTold = ({ key, line }: { key: string; line: number }, next: number): boolean =>
    messages.some((one) => one.reason.includes(`\`${key}\``) || ((one.line ?? 0) >= line && (one.line ?? 0) < next));
  return entries
    .filter((entry, index) => !isTold(entry, entries[index + 1]?.line ?? Infinity))
    .map(({ key }) => key)
    .filter((key) => !library.has(key) && !broken.has(key));
}

const ids = new Set(rules.map(({ id }) => id));

/** Returns the faults of an answer: a message without a rule or a position, or neither a value nor an error. */
function faultsOf({ hasValue, messages }: Answer): string[] {
  const faults = messages
    .filter(({ reason, ruleId, line, column }) => reason === '' || !ids.has(ruleId ?? '') || !line || !column)
    .map((message) => `a message without a rule or a position: ${String(message)}`);
  const isSilent = !hasValue && !messages.some((message) => levelOf(message) === 'error');
  return isSilent ? [...faults, 'there is neither a value nor an error'] : faults;
}

function run(seed: number): void {
  const random = createRandom(seed);
  const group = groups[seed % groups.length] ?? [];
  const subject = group[random(group.length)];
  if (subject === undefined) throw new Error('There is no file to break. Look into `content/`.');
  const { file, excerptOf, parse } = subject;
  const text = decodeText(breakBytes(excerptOf(random), random), file);
  const answer = typeof text === 'string' ? parse(text) : { hasValue: false, messages: [text] };
  expect(faultsOf(answer)).toEqual([]);
}

describe('the engine returns a value or an error for any bytes', () => {
  it(`${cases} broken files`, { timeout: 0 }, () => {
    for (let seed = Number(only ?? 1), left = cases; left > 0; seed += 1, left -= 1) {
      const start = performance.now();
      try {
        run(seed);
      } catch (error) {
        throw new Error(`The case of FUZZ_SEED=${seed} fails.`, { cause: error });
      }
      expect(performance.now() - start, `milliseconds for FUZZ_SEED=${seed}`).toBeLessThan(limitMs);
    }
  });
});
