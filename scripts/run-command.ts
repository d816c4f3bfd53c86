import { enableCompileCache } from 'node:module';
import { setFlagsFromString } from 'node:v8';
import { SetupError } from '../src/build/setup-error.ts';
import { recoverIfInterrupted, withOutputs } from '../src/build/with-outputs.ts';
import { root } from './root.ts';

/** Runs a command that writes outputs; what is wrong with the machine is said without a stack, and ends it with exit code 1. */
export async function runCommand<Result>(run: () => Promise<Result> | Result): Promise<Result> {
  // A command ends before V8's last compiler has paid: 100 essays take a tenth less CPU time without it, and 1,000 no more.
  setFlagsFromString('--no-turbofan');
  enableCompileCache();
  try {
    return await withOutputs(root, { say: (text) => process.stderr.write(`${text}\n`), run });
  } catch (error) {
    return endWith(error);
  }
}

/** Puts right what a killed command left behind; how commands begin that write no outputs. */
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
