import { spawn, type ChildProcess } from 'node:child_process';
import { environment } from './project.ts';

export type DevServer = { server: ChildProcess; address: string };

/** Starts `npm run dev` in a folder. `address` is the URL that it prints. */
export function startDevServer(folder: string): Promise<DevServer> {
  const server = spawn(process.execPath, ['scripts/dev.ts'], { cwd: folder, env: environment });
  return new Promise((resolve, reject) => {
    let output = '';
    const read = (chunk: Buffer): void => {
      output += chunk.toString();
      const address = /http:\/\/localhost:\d+\/review\//.exec(output)?.[0];
      if (address !== undefined) resolve({ server, address });
    };
    server.stdout.on('data', read);
    server.stderr.on('data', read);
    server.once('exit', () => reject(new Error(`The server ended:\n${output}`)));
  });
}
