import type { ViteDevServer } from 'vite';
import type { SiteReview } from '../../engine/model/site.ts';

/**
 * `virtual:review` in development. Its default export is always the latest review.
 *
 * The code is the same after every save, so that Vite and Astro do not reload a page's components for a changed
 * sentence.
 */
export const liveModule = `let review = null;
const received = new Promise((resolve) => import.meta.hot.on('review:sent', (site) => resolve(review = site)));
import.meta.hot.send('review:wanted');
await received;
if (review === null) throw new Error('The review cannot be read. Run \`npm run check\` to see why.');
export { review as default };
`;

/** Sends the review to the modules that request it, or null if it is broken. */
export function answerLiveModules({ environments }: ViteDevServer, read: () => SiteReview | null): void {
  for (const { hot } of Object.values(environments)) hot.on('review:wanted', () => hot.send('review:sent', read()));
}

/** Sends a new review to the modules, and makes Astro list the paths of pages again. */
export function renewLiveModules({ environments }: ViteDevServer, site: SiteReview): void {
  for (const { name, hot } of Object.values(environments)) {
    if (name === 'client') continue;
    hot.send('review:sent', site);
    hot.send('astro:content-changed');
  }
}
