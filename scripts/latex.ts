import { spawnSync } from 'node:child_process';
import { howToInstall, latexPackages } from '../src/build/preprint/compile.ts';
import { attempt } from './browser.ts';

/** Installs LaTeX with latexmk on Debian if it is missing. */
export function ensureLatex(): void {
  if (isInstalled()) return;
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...latexPackages]);
  if (!isInstalled()) throw new Error(`LaTeX was not found and could not be installed. ${howToInstall}`);
}

const isInstalled = (): boolean => spawnSync('latexmk', ['-version'], { stdio: 'ignore' }).status === 0;
