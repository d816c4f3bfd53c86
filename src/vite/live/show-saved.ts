import type { ViteDevServer } from 'vite';
import type { SiteReview } from '../../engine/model/site.ts';
import { invalidateModules } from './invalidate.ts';
import { answerLiveModules, renewLiveModules } from './live-module.ts';
import type { ShownReview } from './shown-review.ts';
import { watchContent } from './watch-content.ts';

export type Showing = {
  root: string;
  refresh: ShownReview['refresh'];
  /** What spans essays, as it is now; null where the review is broken. */
  site: () => SiteReview | null;
  /** The slug of the essay whose module an id names. */
  slugOf: (id: string) => string | null;
  /** The id of the module that spans essays. */
  reviewId: string;
};

/** Has the server's modules and open pages show what is saved. */
export function showSaved(server: ViteDevServer, { root, refresh, site, slugOf, reviewId }: Showing): void {
  answerLiveModules(server, site);
  watchContent(server, {
    root,
    refresh: (options) => {
      const refreshed = refresh(options);
      if (refreshed === null) return;
      const now = refreshed.staysWhole ? site() : null;
      if (now !== null) renewLiveModules(server, now);
      invalidateModules(server, (id) => {
        const slug = slugOf(id);
        return slug === null ? id === reviewId && now === null : refreshed.isChanged(slug);
      });
      server.ws.send('review:saved');
    },
  });
}
