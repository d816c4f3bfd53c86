import sanitizeHtml from 'sanitize-html';
import { allowList } from './allow-list.ts';

/** HTML with what the forum preserves of it; a frame of another host, left without an address, goes altogether. */
export const sanitize = (html: string): string =>
  sanitizeHtml(html, {
    ...allowList,
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'iframe' &&
      (attribs.srcdoc === undefined ? attribs.src === undefined : attribs['data-lexical-iframe-widget'] !== 'true'),
  });
