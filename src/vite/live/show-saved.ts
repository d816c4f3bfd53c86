import type { ServerResponse } from 'node:http';
import type { ViteDevServer } from 'vite';
import type { SiteReview } from '../../engine/model/site.ts';
import { parseEssayModuleId, virtualIds } from '../module-ids.ts';
import { invalidateModules } from './invalidate.ts';
import { answerLiveModules, renewLiveModules } from './live-module.ts';
import type { LiveReview, Refreshed } from './live-review.ts';
import { watchContent } from './watch-content.ts';

type SaveOptions = {
  root: string;
  refresh: LiveReview['refresh'];
  /** Returns the review's data that is not part of an essay, or null if the review is broken. */
  readSite: () => SiteReview | null;
};

/** Tolerance in milliseconds for the time that a page's message about its age needs to arrive. */
const clockSkewMs = 1000;

/** Updates the server's modules and the open pages when content is saved. */
export function showSaved(server: ViteDevServer, { root, refresh, readSite }: SaveOptions): void {
  const whenAnswered = followAnswers(server);
  let savedAt = -Infinity;
  // A page that was opened during a save was not yet connected.
  server.ws.on('review:opened', ({ age }: { age: number }, page: { send: (event: string) => void }) => {
    if (savedAt > performance.now() - age - clockSkewMs) page.send('review:saved');
  });
  answerLiveModules(server, readSite);
  watchContent(server, {
    root,
    refresh: (options) => {
      const refreshed = refresh(options);
      if (refreshed === null) return;
      const site = refreshed.staysWhole ? readSite() : null;
      if (site !== null) renewLiveModules(server, site);
      const show = (): void => {
        invalidateModules(server, (id) => isOutdated(id, refreshed) || (id === virtualIds.review && site === null));
        savedAt = performance.now();
        server.ws.send('review:saved');
      };
      show();
      // A request in flight may finish loading modules from before the save, which then count as loaded.
      whenAnswered(show);
    },
  });
}

/** Reports whether a save outdates an essay's module. A post also depends on the review and on other posts. */
function isOutdated(id: string, { isChanged }: Refreshed): boolean {
  const essayModule = parseEssayModuleId(id);
  return essayModule !== null && (essayModule.content !== 'essay' || isChanged(essayModule.slug));
}

/**
 * Tracks requests. The returned function calls `then` when all requests now in flight are answered, if there are any.
 */
function followAnswers({ middlewares }: ViteDevServer): (then: () => void) => void {
  const unanswered = new Map<ServerResponse, Promise<void>>();
  middlewares.use((_request, response, next) => {
    const sent = new Promise<void>((resolve) => response.once('close', resolve)).then(
      () => void unanswered.delete(response),
    );
    unanswered.set(response, sent);
    next();
  });
  return (then) => {
    if (unanswered.size > 0) void Promise.all(unanswered.values()).then(then);
  };
}
