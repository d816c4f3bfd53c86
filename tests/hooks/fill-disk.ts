import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';

/** Loaded before a command. Simulates a disk that is full after `BYTES_LEFT` more bytes. */
let left = Number(process.env.BYTES_LEFT);

function spend(data: unknown, path: unknown): void {
  left -= typeof data === 'string' ? Buffer.byteLength(data) : data instanceof Uint8Array ? data.byteLength : 0;
  if (left < 0)
    throw Object.assign(new Error(`ENOSPC: no space left on device, write '${String(path)}'`), {
      code: 'ENOSPC',
      path: String(path),
    });
}

const { writeFileSync } = fs;
const { writeFile } = fs.promises;
fs.writeFileSync = (path, data, options) => {
  spend(data, path);
  writeFileSync(path, data, options);
};
fs.promises.writeFile = async (path, data, options) => {
  spend(data, path);
  await writeFile(path, data, options);
};
syncBuiltinESMExports();
