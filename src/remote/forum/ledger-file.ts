import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, type Document } from 'yaml';
import { ledgerFile, PostLedger, type Forum, type PostEntry, type SequenceEntry } from '../../engine/model/posts.ts';
import { writeWhole } from './write-whole.ts';

const head =
  '# Which post is an essay’s copy on which forum. `npm run posts -- --push` writes it; keep it under version control.\n';

/** The ledger as it is on disk now. */
export const readLedger = (root: string): PostLedger => PostLedger.parse(readDocument(root).toJS() ?? {});

/** Writes what is known of an essay's post on a forum. Comments and the rest of the file stay. */
export function writePostEntry(root: string, { slug, forum }: Copy, entry: PostEntry): void {
  writeFields(root, ['posts', slug, forum], { ...{ sent: undefined, there: undefined }, ...entry });
}

/** Writes what is known of the review's sequence on a forum. */
export function writeSequenceEntry(root: string, forum: Forum, entry: SequenceEntry): void {
  writeFields(root, ['sequences', forum], { ...entry });
}

/** An essay's copy on a forum. */
export type Copy = { slug: string; forum: Forum };

/** What was last sent of an essay, kept beside the ledger so that anyone can see what changed since. */
export function readSent(root: string, copy: Copy): string | null {
  const path = join(root, sentFile(copy));
  return existsSync(path) ? readFileSync(path, 'utf8') : null;
}

/** Keeps what was sent of an essay. */
export const writeSent = (root: string, copy: Copy, markdown: string): void =>
  writeWhole(join(root, sentFile(copy)), markdown);

/** Path of the text that was sent, from the project's root. */
export const sentFile = ({ slug, forum }: Copy): string => `content/posts/${slug}.${forum}.md`;

function readDocument(root: string): Document {
  const path = join(root, ledgerFile);
  const document = parseDocument(existsSync(path) ? readFileSync(path, 'utf8') : head);
  if (document.errors.length > 0)
    throw new Error(`\`${ledgerFile}\` is not YAML that can be read. Run \`npm run check\`, which says where.`);
  return document;
}

function writeFields(root: string, path: readonly string[], fields: Readonly<Record<string, unknown>>): void {
  const document = readDocument(root);
  for (const [name, value] of Object.entries(fields)) {
    const place = [...path, name];
    if (value !== undefined)
      document.setIn(place, Array.isArray(value) ? document.createNode(value, { flow: true }) : value);
    else if (document.hasIn(place)) document.deleteIn(place);
  }
  PostLedger.parse(document.toJS());
  writeWhole(join(root, ledgerFile), document.toString({ lineWidth: 0 }));
}
