import { join, relative } from 'node:path';
import type { ViteDevServer } from 'vite';

/** Milliseconds for which the content has to be left alone until it counts as written. */
const settling = 80;
/** Milliseconds between looks at the content without a reason. */
const pause = 2000;

/**
 * Calls `refresh` when a file of the content may have changed: at once, so that a save shows without a wait, and once
 * more when nothing has changed for a while, for a file may have been half-written and the watcher drops the second of
 * two changes within 50 ms, as editors that format on saving make them. It also loses files of a folder that is removed
 * and made again, as by a change of branch, so `refresh` is called every now and then.
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

/** Whether it is a text of the review, and not an image, which Astro watches itself. */
export const isContentText = (path: string): boolean => isContent(path) && /\.(?:bib|csl|csv|mdx|yaml)$/.test(path);
