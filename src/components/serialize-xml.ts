import type { Element } from 'xast';
import { toXml } from 'xast-util-to-xml';

/**
 * Serializes a document with its XML declaration. Escapes `]]>`, which text must not contain and `toXml` leaves
 * unchanged. There are no CDATA sections that it could end.
 */
export const serializeXml = (root: Element): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n${toXml(root).replace(notXml, '').replaceAll(']]>', ']]&gt;')}\n`;

/** Characters that XML forbids, even escaped. */
// eslint-disable-next-line no-control-regex -- those are the ones
const notXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;
