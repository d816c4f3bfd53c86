import { pathOf } from '../components/paths.ts';
import type { PostFormat } from '../forum-model/index.ts';

/** A format's page of a preview: `segment` is the end of its address; `name` is the forum's editor that takes it. */
type PreviewFormat = { format: PostFormat; segment: string | undefined; name: string };

export const previewFormats: readonly PreviewFormat[] = [
  { format: 'HTML', segment: undefined, name: 'LessWrong editor' },
  { format: 'Markdown', segment: 'markdown', name: 'Markdown editor' },
];

/** The address of an essay's preview. */
export const previewPath = (
  slug: string,
  { segment }: Pick<PreviewFormat, 'segment'> = { segment: undefined },
): string => pathOf(`/preview/${slug}/${segment === undefined ? '' : `${segment}/`}`);
