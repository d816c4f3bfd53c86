import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, dirname } from 'node:path';
import { chromium } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/** Returns the path of an installed Chromium or Chrome, or installs one. */
export function ensureBrowser(): string {
  const found = findBrowser();
  if (found !== null) return found;
  for (const install of process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')
    ? [installDebian, installPlaywright]
    : [installPlaywright]) {
    install();
    const browser = findBrowser();
    if (browser !== null) return browser;
  }
  throw new Error(
    'No Chromium was found and none could be installed. Install Chromium or Chrome, or set CHROMIUM to the path of one.',
  );
}

/** Returns the path of an installed Chromium or Chrome, first that in CHROMIUM if it exists, or null. */
export function findBrowser(): string | null {
  const candidates = [process.env.CHROMIUM ?? '', ...installed, chromium.executablePath()];
  return candidates.find((path) => path !== '' && existsSync(path)) ?? null;
}

function installDebian(): void {
  attempt('apt-get', ['update', '-qq']);
  attempt('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
}

function installPlaywright(): void {
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  attempt(process.execPath, [cli, 'install', '--with-deps', 'chromium']);
}

/** Runs a command, and only prints its failure. Callers check its effect instead. */
export function attempt(command: string, args: string[]): void {
  try {
    execFileSync(command, args, {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    process.stderr.write(`${command} did not finish: ${error instanceof Error ? error.message : String(error)}\n`);
  }
}
