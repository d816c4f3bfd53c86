import sanitizeHtml from 'sanitize-html';
import { allowList } from './allow-list.ts';

/** HTML with what the forum preserves of it; a frame of a host that is not allowed is removed. */
export const sanitize = (html: string): string =>
  sanitizeHtml(html, {
    ...allowList,
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'iframe' &&
      (attribs.srcdoc === undefined ? attribs.src === undefined : attribs['data-lexical-iframe-widget'] !== 'true'),
  });
