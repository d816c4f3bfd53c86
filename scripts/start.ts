import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { readInputs } from '../src/build/inputs.ts';
import { openCache } from '../src/build/cache.ts';
import { writeSite } from '../src/build/write-site.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { readContent } from './content.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';
import { readToday } from './today.ts';

const { values } = parseArgs({ options: { drafts: { type: 'boolean', default: false } } });
const { baseUrl } = await runCommand(async () => {
  const inputs = readInputs(root);
  const cache = openCache(root, inputs.code);
  const review = await readContent(cache, { drafts: values.drafts });
  await writeSite(root, review, {
    cache,
    inputs,
    settings: [`drafts: ${values.drafts}`, readToday()],
    summary: null,
  });
  return review.config.value;
});
const config = createAstroConfig({ root, review: null, baseUrl });
const server = await preview({
  ...config,
  root,
  configFile: false,
  logLevel: 'warn',
  server: { port: Number(process.env.PORT ?? 4321) },
});
process.stdout.write(`The site is at http://localhost:${server.port}${config.base}  (Ctrl-C stops it)\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
