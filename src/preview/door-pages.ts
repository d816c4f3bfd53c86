import { pathOf } from '../components/paths.ts';
import type { Door } from '../forum-model/index.ts';

/** A door's page of a preview: `segment` is the end of its address; `name` is what the forum calls the way in. */
export type DoorPage = { door: Door; segment: string | undefined; name: string };

export const doorPages: readonly DoorPage[] = [
  { door: 'HTML', segment: undefined, name: 'Default editor' },
  { door: 'Markdown', segment: 'markdown', name: 'Markdown editor' },
  { door: 'draft', segment: 'draft', name: 'Draft by link' },
];

/** The address of an essay's preview. */
export const previewPath = (slug: string, { segment }: Pick<DoorPage, 'segment'> = { segment: undefined }): string =>
  pathOf(`/preview/${slug}/${segment === undefined ? '' : `${segment}/`}`);
