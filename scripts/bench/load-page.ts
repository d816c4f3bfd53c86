import type { Browser } from 'playwright-core';

/** A file that a page loads: bytes transferred, including headers. */
type LoadedFile = { path: string; bytes: number };

/** A first visit: the loaded files in order, and the cumulative layout shift. */
export type Load = { files: LoadedFile[]; shift: number };

/** A good mobile network, on which text appears before its fonts have loaded. Bytes per second, and milliseconds. */
const mobileNetwork = { offline: false, latency: 150, downloadThroughput: 200_000, uploadThroughput: 94_000 };

/** Loads a page with an empty cache, and waits until the network is idle and fonts have loaded. */
export async function loadPage(browser: Browser, address: string, width: number): Promise<Load> {
  const page = await browser.newPage({ viewport: { width, height: 900 } });
  const session = await page.context().newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.emulateNetworkConditions', mobileNetwork);
  const files = new Map<string, LoadedFile>();
  session.on('Network.requestWillBeSent', ({ requestId, request }) =>
    files.set(requestId, { path: new URL(request.url).pathname, bytes: 0 }),
  );
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const file = files.get(requestId);
    if (file !== undefined) file.bytes = encodedDataLength;
  });
  await page.goto(address, { waitUntil: 'networkidle', timeout: 90_000 });
  const shift = await page.evaluate(readShift);
  await page.close();
  return { files: [...files.values()], shift };
}

/** Runs in the page. Returns the sum of its layout shifts after its fonts are drawn. */
async function readShift(): Promise<number> {
  await document.fonts.ready;
  await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
  return new Promise((resolve) => {
    new PerformanceObserver((list) =>
      resolve(
        list
          .getEntries()
          .reduce((sum, entry) => sum + ('value' in entry && typeof entry.value === 'number' ? entry.value : 0), 0),
      ),
    ).observe({ type: 'layout-shift', buffered: true });
    // Without entries, the observer's callback is not called.
    setTimeout(resolve, 500, 0);
  });
}
