import { parseArgs } from 'node:util';
import { preview } from 'astro';
import { writeSite } from '../src/build/write-site.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { openStore, readContent } from './content.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';

const { values } = parseArgs({ options: { drafts: { type: 'boolean', default: false } } });
const { baseUrl } = await runCommand(async () => {
  const store = openStore();
  const review = readContent(store, { drafts: values.drafts });
  await writeSite(root, review, store);
  return review.config.value;
});
const config = createAstroConfig({ root, review: null, baseUrl });
const server = await preview({ ...config, root, configFile: false, logLevel: 'warn', server: { port: Number(process.env.PORT ?? 4321) } });
process.stdout.write(`The site is at http://localhost:${server.port}${config.base}  (Ctrl-C stops it)\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
