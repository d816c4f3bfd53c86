import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatMessages } from '../../src/engine/model/format-messages.ts';
import { levelOf } from '../../src/engine/model/message.ts';
import { createParseCache } from '../../src/engine/parse-review.ts';
import { readCheckedReview } from '../../src/engine/read-review.ts';
import { parseCommand } from '../../src/remote/forum/commands.ts';
import { readLedger } from '../../src/remote/forum/ledger-file.ts';
import { runCommand } from '../../src/remote/forum/run-command.ts';
import type { World } from '../../src/remote/forum/world.ts';
import { fixtures } from '../fixture-review.ts';
import { ForumServer } from './forum-server.ts';

/** Parsing the same bibliography once is enough. */
const cache = createParseCache();

/** A project, a forum and a person at a terminal, in which no time passes. */
export class Bench {
  readonly root = mkdtempSync(join(tmpdir(), 'alignment-review-push-'));
  readonly server = new ForumServer();
  printed: string[] = [];
  asked: string[] = [];
  answers: (boolean | null)[] = [];
  token: string | null = 'secret-token-1';
  slept: number[] = [];
  private time = Date.parse('2026-02-01T12:00:00Z');
  private waiting = new AbortController();

  async start(): Promise<void> {
    cpSync(join(fixtures, 'push'), this.root, { recursive: true });
    await this.server.start();
    this.server.onForever = () => this.waiting.abort();
    this.change('content/review.yaml', (text) => text.replace('http://127.0.0.1:1/', this.server.base));
  }

  async stop(): Promise<void> {
    await this.server.stop();
    rmSync(this.root, { recursive: true });
  }

  /** Runs a command; an error's text is printed, as the door does, and given. */
  async run(...args: string[]): Promise<string | null> {
    try {
      const { review, messages } = readCheckedReview(this.root, cache, { least: 'error', today: null });
      if (review === null) throw new Error(formatMessages(messages.filter((message) => levelOf(message) === 'error')));
      await runCommand(parseCommand(args), review, this.world);
      return null;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      this.printed.push(error.message);
      return error.message;
    }
  }

  get output(): string {
    return this.printed.join('\n');
  }

  get ledger() {
    return readLedger(this.root);
  }

  change(path: string, edit: (text: string) => string): void {
    const file = join(this.root, path);
    const before = readFileSync(file, 'utf8');
    const after = edit(before);
    if (after === before) throw new Error(`Nothing changed in ${path}. Look at what the test replaces.`);
    writeFileSync(file, after);
  }

  changeEssay = (from: string, to: string, slug = 'essay'): void =>
    this.change(`content/essays/${slug}/index.mdx`, (text) => text.replace(from, to));

  /** Every file of the project as one text. */
  get everythingWritten(): string {
    const entries = readdirSync(this.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    return entries.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'utf8')).join('\n');
  }

  private get world(): World {
    const site = {
      base: this.server.base,
      hosts: [new URL(this.server.base).host],
      variable: 'LESSWRONG_TOKEN',
      accounts: 'lesswrong' as const,
    };
    return {
      fetch,
      now: () => this.time,
      sleep: async (milliseconds) => {
        this.slept.push(milliseconds);
        this.time += milliseconds;
      },
      deadline: () => {
        this.waiting = new AbortController();
        return this.waiting.signal;
      },
      print: (line) => void this.printed.push(line),
      confirm: async (question) => {
        this.asked.push(question);
        return this.answers.length === 0 ? null : (this.answers.shift() ?? null);
      },
      root: this.root,
      forums: {
        lesswrong: { ...site, name: 'LessWrong' },
        alignmentforum: { ...site, name: 'the Alignment Forum', hosts: [] },
        eaforum: { ...site, name: 'the EA Forum', hosts: [], variable: 'EAFORUM_TOKEN', accounts: 'eaforum' },
      },
      tokenOf: (variable) => (variable === 'LESSWRONG_TOKEN' ? this.token : null),
    };
  }
}
