import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { sha256 } from '../../../engine/content-hash.ts';
import type { ForumEnvironment } from '../environment.ts';
import {
  ledgerFile,
  PostLedger,
  rememberedTexts,
  type PostEntry,
  type SequenceEntry,
} from '../../../engine/model/posts.ts';

const head =
  '# Which post on LessWrong is the copy of which essay. `npm run posts -- --push` writes it; keep it under version control.\n';

/** The ledger as it is on disk now. */
export const readLedger = (root: string): PostLedger => PostLedger.parse(readDocument(root).toJS() ?? {});

/** The entry's texts with one more at the end, each once, the newest last. */
export const withText = (sent: readonly string[], text: string): string[] =>
  [...sent.filter((hash) => hash !== sha256(text)), sha256(text)].slice(-rememberedTexts);

/** Path of the text that was last sent of an essay, from the project's root. */
const sentFile = (slug: string): string => `content/posts/${slug}.md`;

/** The text that was last sent of an essay; null where it is not there. */
export function readSent(root: string, slug: string): string | null {
  const path = join(root, sentFile(slug));
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Where the ledger is written. */
export type Project = Pick<ForumEnvironment, 'root' | 'writeFiles'>;

/** Records an essay's post and, where one was sent, its text. Comments and the rest of the file stay. */
export function writePostEntry(
  { root, writeFiles }: Project,
  slug: string,
  { entry, text }: { entry: PostEntry; text: string | null },
): void {
  const ledger = withFields(readDocument(root), ['posts', slug], entry);
  const sent: [string, string][] = text === null ? [] : [[sentFile(slug), text]];
  writeFiles(new Map([...sent, [ledgerFile, ledger]]));
}

/** Records the review's sequence. */
export const writeSequenceEntry = ({ root, writeFiles }: Project, entry: SequenceEntry): void =>
  writeFiles(new Map([[ledgerFile, withFields(readDocument(root), ['sequence'], entry)]]));

function readDocument(root: string): Document {
  const path = join(root, ledgerFile);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : head);
  if (document.errors.length > 0)
    throw new Error(`\`${ledgerFile}\` is not YAML that can be read. Run \`npm run check\`, which says where.`);
  return document;
}

function withFields(document: Document, path: readonly string[], fields: Readonly<Record<string, unknown>>): string {
  for (const [name, value] of Object.entries(fields)) {
    if (value === undefined) continue;
    document.setIn([...path, name], Array.isArray(value) ? document.createNode(value) : value);
  }
  PostLedger.parse(document.toJS());
  return document.toString({ lineWidth: 0 });
}
