import { Server } from 'node:http';
import { preview } from 'astro';
import { readInputs } from '../src/build/inputs.ts';
import { openCache } from '../src/build/cache.ts';
import { writeSite } from '../src/build/write-site.ts';
import { createAstroConfig } from '../src/vite/astro-config.ts';
import { addSvgPolicy } from '../src/vite/svg-policy.ts';
import { readContent } from './content.ts';
import { readArguments } from './arguments.ts';
import { root } from './root.ts';
import { runCommand } from './run-command.ts';
import { readToday } from './today.ts';

const { values } = readArguments({
  name: 'start',
  help: 'Builds the site and serves dist/ on this computer; PORT sets another port than 4321.',
  options: { drafts: { type: 'boolean', default: false, help: 'Includes essays that are not cleared.' } },
});
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
// Astro's preview takes no plugins and sends the same headers with every file.
if ('server' in server && server.server instanceof Server) server.server.prependListener('request', addSvgPolicy);
process.stdout.write(`The site is at http://localhost:${server.port}${config.base}  (Ctrl-C stops it)\n`);
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void server.stop().then(() => process.exit(0)));
}
