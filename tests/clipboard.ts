import type { Page } from 'playwright-core';

/** Pastes, and returns the data of the paste event by type, as an editor would receive it. */
export async function paste(page: Page): Promise<Record<'text/plain' | 'text/html', string>> {
  await page.bringToFront();
  // Listens before the keys are pressed.
  const listening = await page.evaluateHandle(() => ({
    pasted: new Promise<{ plain: string; html: string }>((resolve) => {
      const read = ({ clipboardData }: ClipboardEvent): void =>
        resolve({
          plain: clipboardData?.getData('text/plain') ?? '',
          html: clipboardData?.getData('text/html') ?? '',
        });
      document.addEventListener('paste', read, { once: true });
    }),
  }));
  await page.keyboard.press('Control+V');
  const { plain, html } = await listening.evaluate(({ pasted }) => pasted);
  return { 'text/plain': plain, 'text/html': html };
}
