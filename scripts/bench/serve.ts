import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';

/** A development server and the URL that it prints. */
export type Server = { address: string; stop: () => Promise<void> };

/** Starts a development server, which is a Node program, in `folder` on a free port. */
export function startServer(folder: string, args: readonly string[]): Promise<Server> {
  const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: '1', NO_COLOR: '1' };
  const child = spawn(process.execPath, args, { cwd: folder, env });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/localhost:\d+\/\S*/.exec(output)?.[0];
      if (address !== undefined) resolve({ address, stop: () => stop(child) });
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', (status) =>
      reject(new Error(`${args.join(' ')} ended with ${status}: ${output}. Run it by hand in ${folder}.`)),
    );
  });
}

async function stop(child: ChildProcess): Promise<void> {
  const ended = once(child, 'exit');
  child.kill('SIGINT');
  await ended;
}
