import { join, relative } from 'node:path';
import type { ViteDevServer } from 'vite';

/** Milliseconds for which the content has to be left alone until it counts as written. */
const settling = 80;

/**
 * Calls `refresh` when a file of the content changes: at once, so that a save shows without a wait, and once more when
 * nothing has changed for a while, for a file may have been half-written and the watcher drops the second of two
 * changes within 50 ms, as editors that format on saving make them.
 */
export function watchContent({ watcher }: ViteDevServer, { root, refresh }: { root: string; refresh: (options: { settled: boolean }) => void }): void {
  let timer: NodeJS.Timeout | null = null;
  watcher.add([join(root, 'content'), join(root, 'bibliography')]);
  watcher.on('all', (_event, file) => {
    if (!isContent(relative(root, file))) return;
    if (timer === null) refresh({ settled: false });
    else clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      refresh({ settled: true });
    }, settling);
  });
}

const isContent = (path: string): boolean => path.startsWith('content/') || path.startsWith('bibliography/');

/** Whether it is a text of the review, and not an image, which Astro watches itself. */
export const isContentText = (path: string): boolean => isContent(path) && /\.(?:mdx|yaml|bib|csl)$/.test(path);
