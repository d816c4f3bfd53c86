import { parseArgs } from 'node:util';
import { confirm } from './confirm.ts';
import { runNew } from './new/run-new.ts';
import { root } from './root.ts';

const text = { type: 'string' } as const;
const options = {
  domain: text,
  author: { ...text, multiple: true },
  name: text,
  question: text,
  covers: text,
  locale: text,
  yes: { type: 'boolean' },
} as const;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const today = new Date().toISOString().slice(0, 10);
  const { lines, code } = await runNew(positionals, values, { root, today, confirm });
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
