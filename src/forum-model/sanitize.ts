import sanitizeHtml from 'sanitize-html';
import { allowList } from './allow-list.ts';

/** Removes HTML that the forum does not preserve, including frames of hosts that are not allowed. */
export const sanitize = (html: string): string =>
  sanitizeHtml(html, {
    ...allowList,
    exclusiveFilter: ({ tag, attribs }) =>
      tag === 'iframe' &&
      (attribs.srcdoc === undefined ? attribs.src === undefined : attribs['data-lexical-iframe-widget'] !== 'true'),
  });
