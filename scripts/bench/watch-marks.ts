import { setTimeout } from 'node:timers/promises';
import type { Page } from 'playwright-core';

/** Resolves to the time when a page has drawn a mark such as `saved7mark`, in milliseconds since the epoch. */
export type ShownAt = (mark: string) => Promise<number>;

/**
 * Watches a page for marks in its text. A mark counts as shown in the frame after the change, even after a reload. Call
 * it before opening the page.
 */
export async function watchMarks(page: Page): Promise<ShownAt> {
  const waiting = new Map<string, (at: number) => void>();
  await page.exposeFunction('reportMark', (mark: string, at: number) => waiting.get(mark)?.(at));
  await page.addInitScript(() => {
    const { reportMark } = window as unknown as { reportMark: (mark: string, at: number) => void };
    let last = '';
    const look = (): void => {
      const mark = /saved\d+mark/.exec(document.body?.textContent ?? '')?.[0] ?? '';
      if (mark === last) return;
      last = mark;
      requestAnimationFrame(() => reportMark(mark, Date.now()));
    };
    new MutationObserver(look).observe(document, { childList: true, subtree: true, characterData: true });
  });
  return (mark) =>
    new Promise((resolve, reject) => {
      waiting.set(mark, resolve);
      void setTimeout(60_000, undefined, { ref: false }).then(() =>
        reject(new Error(`${mark} was not shown within a minute. Open the page by hand.`)),
      );
    });
}
