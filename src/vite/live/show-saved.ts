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
  /** Returns the review's data that is not part of an essay, or null if the review is broken. */
  site: () => SiteReview | null;
  /** Returns the slug of the essay whose module has an id. */
  slugOf: (id: string) => string | null;
  /** Returns true if a module depends on the whole review, and is invalidated by every save. */
  isOfReview: (id: string) => boolean;
  /** The id of the module of the review's data. */
  reviewId: string;
};

/** Tolerance in milliseconds for the time that a page's message about its age needs to arrive. */
const clockSkewMs = 1000;

/** Updates the server's modules and the open pages when content is saved. */
export function showSaved(server: ViteDevServer, { root, refresh, site, slugOf, isOfReview, reviewId }: Showing): void {
  const whenAnswered = followAnswers(server);
  let savedAt = -Infinity;
  // A page that was opened during a save was not yet connected.
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
      // A request in flight may finish loading modules from before the save, which then count as loaded.
      whenAnswered(show);
    },
  });
}

/**
 * Tracks requests. The returned function calls `then` when all requests now in flight are answered, if there are any.
 */
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
