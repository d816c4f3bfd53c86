import { convertHtml, convertMarkdown } from '../../src/forum-model/index.ts';

export type UpdateType = 'initial' | 'patch' | 'minor' | 'major';
export type Contents = { type: string; data: string };

/** One version of a post's text. `editedAt` is in milliseconds and unique. */
export type Revision = {
  _id: string;
  version: string;
  editedAt: number;
  updateType: UpdateType;
  commitMessage: string | null;
  userId: string;
  draft: boolean;
  originalContents: Contents;
  html: string;
};

const types = new Set(['markdown', 'html', 'lexical', 'ckEditorMarkup', 'draftJS']);

/** Renders contents as the forum's HTML. */
export function renderContents({ type, data }: Contents): string {
  if (!types.has(type)) throw new Error(`Unrecognized format: ${type}`);
  return type === 'markdown' ? convertMarkdown(data) : convertHtml(data);
}

/** Returns the version number that follows another. */
export function nextVersion(previous: string, updateType: UpdateType, isDraft: boolean): string {
  const [major = 1, minor = 0, patch = 0] = previous.split('.').map(Number);
  if (updateType === 'initial') return isDraft ? '0.1.0' : '1.0.0';
  if (updateType === 'major') return `${major + 1}.0.0`;
  return updateType === 'minor' ? `${major}.${minor + 1}.0` : `${major}.${minor}.${patch + 1}`;
}

/** Returns true if a version counts as a draft: its first number is 0. */
export const isDraftVersion = (version: string): boolean => version.startsWith('0.');

export function toUpdateType(value: string | undefined): UpdateType | null {
  if (value === undefined) return null;
  if (value === 'initial' || value === 'patch' || value === 'minor' || value === 'major') return value;
  throw new Error("Invalid updateType, must be one of 'patch', 'minor' or 'major'");
}
