import { lookup } from 'mrmime';
import type { ViteDevServer } from 'vite';
import type { Review } from '../../engine/model/review.ts';
import type { ReadOptions } from '../../post-images/read-post-images.ts';
import { originalOf, readPicture } from '../review-images.ts';
import { addSvgPolicy } from '../svg-policy.ts';
import { createMistakeLog } from './mistake-log.ts';
import { renderMistakePage } from './mistake-page.ts';
import type { LiveReview } from './live-review.ts';

/** Adds the content security policy of SVGs. */
export function serveSvgPolicy({ middlewares }: ViteDevServer): void {
  middlewares.use((request, response, next) => {
    addSvgPolicy(request, response);
    next();
  });
}

type MistakeOptions = { root: string; base: string; read: LiveReview['read'] };

/** Answers requests for pages while the content is broken. */
export function serveMistakes({ middlewares, config }: ViteDevServer, { root, base, read }: MistakeOptions): void {
  const logMistakes = createMistakeLog((text) => config.logger.error(text));
  middlewares.use(({ originalUrl: url = '' }, response, next) => {
    if (!isPage(url, base)) return next();
    const { review, messages } = read();
    if (review !== null) return next();
    logMistakes(url, messages);
    response
      .writeHead(500, { 'content-type': 'text/html; charset=utf-8' })
      .end(renderMistakePage(messages, { root, base }));
  });
}

type PictureOptions = ReadOptions & { base: string; read: () => Promise<Review | null> };

/** Answers requests for files beside essays and for pictures of posts. */
export function servePictures({ middlewares }: ViteDevServer, { base, read, ...options }: PictureOptions): void {
  middlewares.use(({ originalUrl: url = '' }, response, next) => {
    const file = originalOf(url, { root: options.root, base });
    if (file === null) return next();
    const answer = async (): Promise<void> => {
      const review = await read();
      const bytes = review && readPicture(file, review, options);
      if (bytes === null) return next();
      response.writeHead(200, { 'content-type': lookup(file) ?? 'application/octet-stream' }).end(bytes);
    };
    answer().catch(next);
  });
}

/** Returns true for the address of a page of the site: they all end in a slash. */
function isPage(url: string, base: string): boolean {
  const path = url.split('?')[0] ?? '';
  return path.startsWith(base) && path.endsWith('/');
}
