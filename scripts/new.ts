import { parseArgs } from 'node:util';
import { runNew } from './new/run-new.ts';
import { root } from './root.ts';

const options = { domain: { type: 'string' }, author: { type: 'string', multiple: true }, name: { type: 'string' }, question: { type: 'string' }, covers: { type: 'string' } } as const;

try {
  const { values, positionals } = parseArgs({ allowPositionals: true, options });
  const today = new Date().toISOString().slice(0, 10);
  const { lines, code } = runNew(positionals, values, { root, today });
  (code === 0 ? process.stdout : process.stderr).write(`${lines.join('\n')}\n`);
  process.exitCode = code;
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
