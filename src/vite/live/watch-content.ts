import { join, relative } from 'node:path';
import type { ViteDevServer } from 'vite';

/** Debounce time in milliseconds: content that has not changed for this long is completely written. */
const settling = 80;
/** Polling interval in milliseconds. */
const pause = 2000;

/**
 * Calls `refresh` when a content file may have changed: immediately, so that a save shows without delay, and again
 * after a debounce. The file may have been half-written, and the watcher drops the second of two changes within 50 ms,
 * which editors that format on save make. The watcher also loses files of a folder that is removed and created again,
 * for example by a change of branch, so `refresh` is also called at intervals.
 */
export function watchContent(
  { watcher, httpServer }: ViteDevServer,
  { root, refresh }: { root: string; refresh: (options: { settled: boolean }) => void },
): void {
  let timer: NodeJS.Timeout | null = null;
  const look = (): void => {
    if (timer === null) refresh({ settled: false });
    else clearTimeout(timer);
    timer = setTimeout(() => {
      timer = null;
      refresh({ settled: true });
    }, settling);
  };
  watcher.add([join(root, 'content'), join(root, 'bibliography')]);
  watcher.on('all', (_event, file) => {
    if (isContent(relative(root, file))) look();
  });
  const clock = setInterval(look, pause);
  httpServer?.once('close', () => clearInterval(clock));
}

const isContent = (path: string): boolean => path.startsWith('content/') || path.startsWith('bibliography/');

/** Returns true for a text of the review. Images are excluded, because Astro watches them itself. */
export const isContentText = (path: string): boolean => isContent(path) && /\.(?:bib|csl|csv|mdx|yaml)$/.test(path);
