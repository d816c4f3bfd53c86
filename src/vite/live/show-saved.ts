import type { ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import type { SiteReview } from '../../engine/model/site.ts';
import { invalidateModules } from './invalidate.ts';
import { answerLiveModules, renewLiveModules } from './live-module.ts';
import type { ShownReview } from './shown-review.ts';
import { watchContent } from './watch-content.ts';

type Showing = {
  root: string;
  refresh: ShownReview['refresh'];
  /** What spans essays, as it is now; null where the review is broken. */
  site: () => SiteReview | null;
  /** The slug of the essay whose module an id names. */
  slugOf: (id: string) => string | null;
  /** Whether a module depends on what spans essays, and is made anew at every save. */
  isOfReview: (id: string) => boolean;
  /** The id of the module that spans essays. */
  reviewId: string;
};

/** Milliseconds that what a page says of its age may take to arrive. */
const clockSkewMs = 1000;

/** Has the server's modules and open pages show what is saved. */
export function showSaved(server: ViteDevServer, { root, refresh, site, slugOf, isOfReview, reviewId }: Showing): void {
  const whenAnswered = followAnswers(server);
  let savedAt = -Infinity;
  // A page that was being opened while something was saved could not hear of it.
  server.ws.on('review:opened', ({ age }: { age: number }, page: { send: (event: string) => void }) => {
    if (savedAt > performance.now() - age - clockSkewMs) page.send('review:saved');
  });
  answerLiveModules(server, site);
  watchContent(server, {
    root,
    refresh: (options) => {
      const refreshed = refresh(options);
      if (refreshed === null) return;
      const now = refreshed.staysWhole ? site() : null;
      if (now !== null) renewLiveModules(server, now);
      const show = (): void => {
        invalidateModules(server, (id) => {
          const slug = slugOf(id);
          return slug === null ? isOfReview(id) || (id === reviewId && now === null) : refreshed.isChanged(slug);
        });
        savedAt = performance.now();
        server.ws.send('review:saved');
      };
      show();
      // A page that was in the making has modules of before the save, and they count as loaded when it is done.
      whenAnswered(show);
    },
  });
}

/** Follows the server's answers; what it gives calls `then` when all that are in the making now are sent, if there are any. */
function followAnswers({ middlewares }: ViteDevServer): (then: () => void) => void {
  const inTheMaking = new Map<ServerResponse, Promise<void>>();
  middlewares.use((_request, response, next) => {
    const sent = new Promise<void>((resolve) => response.once('close', resolve)).then(
      () => void inTheMaking.delete(response),
    );
    inTheMaking.set(response, sent);
    next();
  });
  return (then) => {
    if (inTheMaking.size > 0) void Promise.all(inTheMaking.values()).then(then);
  };
}
