import { enableCompileCache } from 'node:module';
import { SetupError } from '../src/build/setup-error.ts';
import { recoverIfInterrupted, withOutputs } from '../src/build/with-outputs.ts';
import { root } from './root.ts';

/** Runs a command that writes outputs. A set-up error is printed without a stack trace, with exit code 1. */
export async function runCommand<Result>(run: () => Promise<Result> | Result): Promise<Result> {
  enableCompileCache();
  try {
    return await withOutputs(root, { say: (text) => process.stderr.write(`${text}\n`), run });
  } catch (error) {
    return endWith(error);
  }
}

/** Recovers from a killed command. Commands that write no outputs call it first. */
export function recover(): void {
  try {
    recoverIfInterrupted(root);
  } catch (error) {
    endWith(error);
  }
}

function endWith(error: unknown): never {
  if (!(error instanceof SetupError)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exit(1);
}
